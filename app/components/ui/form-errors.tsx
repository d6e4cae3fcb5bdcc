import { useEffect, useRef } from "react";
import { useT } from "~/i18n/use-t";
import { fieldId, firstError } from "./field";

type Props = {
  /** message by field name; the name "" or "form" belongs to no field */
  errors?: Record<string, string | string[] | undefined> | null;
  title?: string;
  /** the ids of fields that have their own: name -> id */
  ids?: Record<string, string>;
};

/** What is wrong with a form that came back, each line a link to its field. Takes the focus when it appears. */
export function FormErrors({ errors, title, ids }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const found = Object.entries(errors ?? {}).flatMap(([name, error]) => {
    const text = firstError(error);
    return text ? [{ name, text }] : [];
  });
  const said = found.map(({ text }) => text).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (!found.length) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? t("common:errors.title")}</h2>
      <ul>
        {found.map(({ name, text }) => (
          <li key={name}>
            {name === "" || name === "form" ? text : <a href={`#${fieldId(name, ids?.[name])}`}>{text}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
