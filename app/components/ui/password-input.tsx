import { type InputHTMLAttributes, useState } from "react";
import { useT } from "~/i18n/use-t";
import { Field, type FieldProps, splitField } from "./field";

type Props = FieldProps & {
  autoComplete: "current-password" | "new-password";
} & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "type" | "autoComplete">;

/** A password that can be shown while it is typed; `autoComplete` tells managers which one it is. */
export function PasswordInput(props: Props) {
  const [field, rest] = splitField(props);
  const [shown, setShown] = useState(false);
  const t = useT();
  return (
    <Field {...field}>
      {(control) => (
        <span className="with reveal">
          <input
            {...rest}
            {...control}
            type={shown ? "text" : "password"}
            className="field"
            autoCapitalize="none"
            spellCheck={false}
          />
          <button
            type="button"
            className="lk js-only"
            aria-pressed={shown}
            aria-label={t("common:password.show")}
            onClick={() => setShown(!shown)}
          >
            <span aria-hidden="true">{t(shown ? "common:password.hideShort" : "common:password.showShort")}</span>
          </button>
        </span>
      )}
    </Field>
  );
}
