import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { Icon } from "./icon";

/** What every control takes besides its own HTML attributes. */
export type FieldProps = {
  label: ReactNode;
  name: string;
  /** `f-<name>` unless two fields of a page share a name */
  id?: string;
  hint?: ReactNode;
  error?: string | string[] | null;
  required?: boolean;
  /** says "optional" beside the label */
  optional?: boolean;
  /** the label is for readers only */
  labelHidden?: boolean;
};

export type ControlProps = {
  id: string;
  name: string;
  required: boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export const fieldId = (name: string, id?: string): string => id ?? `f-${name.replace(/[^\w-]+/g, "-")}`;

/** Label, hint and error round one control, tied together for readers. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { label, name, hint, error, required, optional, labelHidden, children } = props;
  const t = useT();
  const id = fieldId(name, props.id);
  const said = describe(id, hint, error);
  return (
    <div className="fl">
      <label htmlFor={id} className={labelHidden ? "sr" : undefined}>
        {label}
        {optional ? <span className="opt"> {t("common:optional")}</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({ id, name, required, "aria-describedby": said, "aria-invalid": firstError(error) ? true : undefined })}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: FieldProps["error"] }) {
  const text = firstError(error);
  if (!text) return null;
  return (
    <p className="err" id={`${id}-error`}>
      <Icon of={CircleAlert} size={15} />
      <span>{text}</span>
    </p>
  );
}

export const firstError = (error: FieldProps["error"]): string | undefined =>
  (Array.isArray(error) ? error[0] : error) || undefined;

/** The ids that `aria-describedby` names, error first. */
export function describe(id: string, hint: ReactNode, error: FieldProps["error"]): string | undefined {
  const ids = [firstError(error) && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return ids.length ? ids.join(" ") : undefined;
}

/** Parts the field's own props from those of the HTML element. */
export function splitField<T extends FieldProps>(props: T): [FieldProps, Omit<T, keyof FieldProps>] {
  const { label, name, id, hint, error, required, optional, labelHidden, ...rest } = props;
  return [{ label, name, id, hint, error, required, optional, labelHidden }, rest];
}
