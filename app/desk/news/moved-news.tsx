import type { Option } from "~/components/ui/select";

import type { DeskNews } from "~/domain/knowledge/news-views";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import { TwoTexts } from "../knowledge/editor/two-texts";
import { carriedNames, distinct, tickedIds } from "../picks/carried-picks";

type Props = { news: DeskNews; typed: Record<string, string>; topics: readonly Option[] };
type Part = { label: string; saved: string; typed: string };

/** Of what news say, and to whom, the parts in which what stands there now differs from what was typed. */
export function MovedNews(props: Props) {
  const t = useT();
  const different = [...factsOf(props, t), ...wordsOf(props, t)].filter(({ saved, typed }) => saved !== typed);
  const written = (side: "saved" | "typed") =>
    different.map((part) => `${part.label}: ${part[side] || "—"}`).join("\n\n");
  return (
    <TwoTexts saved={written("saved")} typed={written("typed")}>
      {t("news:conflict.text")}
    </TwoTexts>
  );
}

function factsOf({ news, typed, topics }: Props, t: Translate): Part[] {
  const topic = (id: string | null | undefined) => topics.find(({ value }) => value === id)?.label ?? "";
  const names = distinct([...news.organizations, ...carriedNames(typed, "organization")]);
  const named = (ids: ReadonlySet<string>) => names.flatMap(({ id, name }) => (ids.has(id) ? [name] : [])).join(", ");
  const organizations = {
    label: t("knowledge:field.organizations"),
    saved: named(tickedIds(undefined, "organizationIds", news.organizations)),
    typed: named(tickedIds(typed, "organizationIds", [])),
  };
  return [
    { label: t("news:field.kind"), saved: t(`news:kind.${news.kind}`), typed: t(`news:kind.${typed.kind}`) },
    { label: t("news:field.topic"), saved: topic(news.topicId), typed: topic(typed.topicId) },
    {
      label: t("knowledge:field.audience"),
      saved: t(`knowledge:audience.${news.audience}`),
      typed: t(`knowledge:audience.${typed.audience}`),
    },
    // Of another audience the ticked ones are not kept.
    ...(typed.audience === "organizations" ? [organizations] : []),
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
