import type { InputHTMLAttributes } from "react";
import { describe, FieldError, fieldId, type FieldProps, firstError, splitField } from "./field";

type Props = Omit<FieldProps, "optional" | "labelHidden"> &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "type">;

/** Yes or no; the whole line can be clicked. */
export function Checkbox(props: Props) {
  const [{ label, name, hint, error, required, id: given }, rest] = splitField(props);
  const id = fieldId(name, given);
  return (
    <div className="fl">
      <label className="pick" htmlFor={id}>
        <input
          {...rest}
          type="checkbox"
          id={id}
          name={name}
          required={required}
          aria-describedby={describe(id, hint, error)}
          aria-invalid={firstError(error) ? true : undefined}
        />
        <span>{label}</span>
        {hint ? (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        ) : null}
      </label>
      <FieldError id={id} error={error} />
    </div>
  );
}
