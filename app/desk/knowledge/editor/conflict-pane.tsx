import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import type { EditedText } from "./text-form";
import { TwoTexts } from "./two-texts";

type Props = { saved: EditedText; typed: Readonly<Record<string, string>> };

const ASIDE = ["slug", "summary", "keywords"] as const;

/** Two texts of one draft: what somebody saved meanwhile, beside what was typed here. Neither is lost. */
export function ConflictPane({ saved, typed }: Props) {
  const t = useT();
  const different = ASIDE.filter((name) => saved[name] !== (typed[name] ?? ""));
  const written = ({ title = "", markdown = "", ...rest }: Readonly<Record<string, string>>) =>
    [title, ...different.map((name) => `${t(`knowledge:field.${name}`)}: ${rest[name] ?? ""}`), markdown].join("\n\n");
  const { title, slug, summary, keywords, markdown } = saved;
  return (
    <TwoTexts
      saved={written({ title, slug, summary, keywords, markdown })}
      typed={written(typed)}
      lang={saved.locale}
      language={isLocale(saved.locale) ? LOCALE_NAMES[saved.locale] : undefined}
    >
      {t("knowledge:conflict.text")}
    </TwoTexts>
  );
}
