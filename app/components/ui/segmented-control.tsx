import type { ReactNode } from "react";

type Props = {
  label: string;
  name: string;
  options: readonly { value: string; label: ReactNode }[];
  defaultValue: string;
  onChange?: (value: string) => void;
};

/** One of two to four short choices; radios inside a form. */
export function SegmentedControl({ label, name, options, defaultValue, onChange }: Props) {
  return (
    <fieldset className="segmented">
      <legend className="sr">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            onChange={onChange && (() => onChange(option.value))}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
