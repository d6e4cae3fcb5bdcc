import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps, splitField } from "./field";

type Props = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps>;

/** One line of text, a number, a date, an address: whatever `type` says. */
export function TextInput(props: Props) {
  const [field, { className, type = "text", ...rest }] = splitField(props);
  return (
    <Field {...field}>
      {(control) => <input {...rest} {...control} type={type} className={classNames("field", className)} />}
    </Field>
  );
}
