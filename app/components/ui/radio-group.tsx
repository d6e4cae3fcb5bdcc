import type { ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { classNames } from "./class-names";
import { describe, FieldError, fieldId, type FieldProps, firstError } from "./field";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type Props = FieldProps & {
  options: readonly RadioOption[];
  defaultValue?: string | null;
  onChange?: (value: string) => void;
  /** framed choices side by side */
  cards?: boolean;
  /** short choices in one line */
  abreast?: boolean;
};

/** One of a few, all in sight. The first radio carries the field's id, so that an error's link lands there. */
export function RadioGroup({ options, defaultValue, onChange, cards, abreast, ...field }: Props) {
  const { label, name, hint, error, required, optional, labelHidden } = field;
  const t = useT();
  const id = fieldId(name, field.id);
  return (
    <fieldset
      className="fl"
      role="radiogroup"
      aria-required={required}
      aria-invalid={firstError(error) ? true : undefined}
      aria-describedby={describe(id, hint, error)}
    >
      <legend className={labelHidden ? "sr" : undefined}>
        {label}
        {optional ? <span className="opt"> {t("common:optional")}</span> : null}
      </legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className={classNames("picks", cards && "cards", abreast && "abreast")}>
        {options.map((option, index) => (
          <label className="pick" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
              disabled={option.disabled}
              onChange={onChange && (() => onChange(option.value))}
            />
            <span>{option.label}</span>
            {option.hint ? <span className="hint">{option.hint}</span> : null}
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
