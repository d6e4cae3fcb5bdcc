import { Chip } from "~/components/ui/chip";
import { Tabs } from "~/components/ui/tabs";
import { paths } from "~/http/paths";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { STATE_TONES, type TextState } from "../text-state";

type Props = {
  articleId: string;
  current: string;
  sourceLocale: string;
  states: Readonly<Record<string, TextState>>;
};

/** Each language of an article with how it stands; one that is not written yet can be begun there. */
export function LanguageTabs({ articleId, current, sourceLocale, states }: Props) {
  const t = useT();
  return (
    <Tabs
      label={t("knowledge:languages")}
      items={LOCALES.map((locale) => {
        const state = states[locale] ?? "none";
        return {
          href: paths.desk.knowledge(articleId, { lang: locale }),
          current: locale === current,
          label: (
            <span className="inline-flex items-center gap-2 whitespace-nowrap">
              <span lang={locale}>{LOCALE_NAMES[locale]}</span>
              {locale === sourceLocale ? <span className="faint xs">{t("knowledge:source")}</span> : null}
              <Chip tone={STATE_TONES[state]}>{t(`knowledge:state.${state}`)}</Chip>
            </span>
          ),
        };
      })}
    />
  );
}
