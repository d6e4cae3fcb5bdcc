import type { ReactNode } from "react";
import { Card } from "~/components/ui/card";
import { useT } from "~/i18n/use-t";

type Props = {
  saved: string;
  typed: string;
  /** what to do about it */
  children: ReactNode;
  /** the code and the name of the language, where both are in one */
  lang?: string;
  language?: string;
};

/** What somebody saved meanwhile, beside what was typed here; both can be copied from. */
export function TwoTexts({ saved, typed, children, lang, language }: Props) {
  const t = useT();
  const both = [
    { name: "saved", text: saved },
    { name: "typed", text: typed },
  ] as const;
  return (
    <Card padded id="conflict" title={t("knowledge:conflict.title")}>
      <p className="muted small mb-3">{children}</p>
      <div className="grid gap-3 laptop:grid-cols-2">
        {both.map(({ name, text }) => (
          <div key={name} className="fl">
            <label htmlFor={`conflict-${name}`}>
              {t(`knowledge:conflict.${name}`)}
              {language ? ` (${language})` : null}
            </label>
            <textarea
              key={text}
              id={`conflict-${name}`}
              className="field kb-other"
              rows={10}
              readOnly
              lang={lang}
              defaultValue={text}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}
