import type { TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps, splitField } from "./field";

type Props = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps>;

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea(props: Props) {
  const [field, { className, rows = 5, ...rest }] = splitField(props);
  return (
    <Field {...field}>
      {(control) => <textarea {...rest} {...control} rows={rows} className={classNames("field", className)} />}
    </Field>
  );
}
