import type { Option } from "~/components/ui/select";
import type { DeskNews } from "~/domain/knowledge/news-views";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import { Differences, type Part } from "../knowledge/editor/differences";
import { chosenOrganizations } from "../picks/carried-picks";

type Props = { news: DeskNews; typed: Record<string, string>; topics: readonly Option[] };

/** Of what news say, and to whom, the parts in which what stands there now differs from what was typed. */
export function MovedNews(props: Props) {
  const t = useT();
  return (
    <Differences parts={[...factsOf(props, t), ...wordsOf(props, t)]}>{t("knowledge:conflict.again")}</Differences>
  );
}

function factsOf({ news, typed, topics }: Props, t: Translate): Part[] {
  const topic = (id: string | null | undefined) => topics.find(({ value }) => value === id)?.label ?? "";
  return [
    { label: t("news:field.kind"), saved: t(`news:kind.${news.kind}`), typed: t(`news:kind.${typed.kind}`) },
    { label: t("news:field.topic"), saved: topic(news.topicId), typed: topic(typed.topicId) },
    {
      label: t("knowledge:field.audience"),
      saved: t(`knowledge:audience.${news.audience}`),
      typed: t(`knowledge:audience.${typed.audience}`),
    },
    { label: t("knowledge:field.organizations"), ...chosenOrganizations(news.organizations, typed) },
  ];
}

function wordsOf({ news, typed }: Props, t: Translate): Part[] {
  const sent = (name: string) => (typed[name] ?? "").replaceAll("\r\n", "\n").trim();
  return LOCALES.flatMap((locale) => {
    const { title = "", markdown = "" } = news.texts[locale] ?? {};
    const label = (field: string) => `${t(`news:field.${field}`)} (${LOCALE_NAMES[locale]})`;
    return [
      { label: label("title"), saved: title, typed: sent(`titles.${locale}`) },
      { label: label("texts"), saved: markdown.replaceAll("\r\n", "\n"), typed: sent(`texts.${locale}`) },
    ];
  });
}
