import { useEffect, useRef } from "react";
import { useT } from "~/i18n/use-t";
import { fieldId, firstError } from "./field";

type Props = {
  /** what is wrong with the whole; "Something needs correcting" when only fields are */
  message?: string | null;
  /** message by field name */
  errors?: Record<string, string | string[] | undefined> | null;
  /** the ids of fields that have their own: name -> id */
  ids?: Record<string, string>;
};

/** What is wrong with a form that came back, each line a link to its field. Takes the focus when it appears. */
export function FormErrors({ message, errors, ids }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const found = Object.entries(errors ?? {}).flatMap(([name, error]) => {
    const text = firstError(error);
    return text ? [{ name, text }] : [];
  });
  const said = [message, ...found.map(({ text }) => text)].join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (!said) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box}>
      <h2>{message || t("common:errors.title")}</h2>
      {found.length > 0 ? (
        <ul>
          {found.map(({ name, text }) => (
            <li key={name}>
              <a href={`#${fieldId(name, ids?.[name])}`}>{text}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
