import { Card } from "~/components/ui/card";
import { LOCALE_NAMES, isLocale } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import type { EditedText } from "./text-form";

type Props = { saved: EditedText; typed: Readonly<Record<string, string>> };

const ASIDE = ["slug", "summary", "keywords"] as const;

/** Two texts of one draft: what somebody saved meanwhile, beside what was typed here. Neither is lost. */
export function ConflictPane({ saved, typed }: Props) {
  const t = useT();
  const different = ASIDE.filter((name) => saved[name] !== (typed[name] ?? ""));
  const written = ({ title = "", markdown = "", ...rest }: Readonly<Record<string, string>>) =>
    [title, ...different.map((name) => `${t(`knowledge:field.${name}`)}: ${rest[name] ?? ""}`), markdown].join("\n\n");
  const { title, slug, summary, keywords, markdown } = saved;
  const both = [
    { name: "saved", text: written({ title, slug, summary, keywords, markdown }) },
    { name: "typed", text: written(typed) },
  ] as const;
  return (
    <Card padded id="conflict" title={t("knowledge:conflict.title")}>
      <p className="muted small mb-3">{t("knowledge:conflict.text")}</p>
      <div className="grid gap-3 laptop:grid-cols-2">
        {both.map(({ name, text }) => (
          <div key={name} className="fl">
            <label htmlFor={`conflict-${name}`}>
              {t(`knowledge:conflict.${name}`)}
              {isLocale(saved.locale) ? ` (${LOCALE_NAMES[saved.locale]})` : null}
            </label>
            <textarea
              key={text}
              id={`conflict-${name}`}
              className="field kb-other"
              rows={10}
              readOnly
              lang={saved.locale}
              defaultValue={text}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}
