import { ChevronDown } from "lucide-react";
import type { SelectHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps, splitField } from "./field";
import { Icon } from "./icon";

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: readonly Option[] };

type Props = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | "children"> & {
    options: readonly (Option | OptionGroup)[];
    /** an empty first choice */
    placeholder?: string;
  };

/** One of several, by the browser's own list. */
export function Select(props: Props) {
  const [field, { className, options, placeholder, ...rest }] = splitField(props);
  return (
    <Field {...field}>
      {(control) => (
        <span className="with end">
          <select {...rest} {...control} className={classNames("field", className)}>
            {placeholder === undefined ? null : <option value="">{placeholder}</option>}
            {options.map((item) =>
              "options" in item ? (
                <optgroup key={item.label} label={item.label}>
                  {item.options.map(choice)}
                </optgroup>
              ) : (
                choice(item)
              ),
            )}
          </select>
          <Icon of={ChevronDown} size={16} />
        </span>
      )}
    </Field>
  );
}

const choice = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);
