import { RadioGroup } from "~/components/ui/radio-group";
import { type Option, Select } from "~/components/ui/select";
import { MAX_NEWS_TITLE } from "~/domain/knowledge/news-schema";
import type { DeskNews } from "~/domain/knowledge/news-views";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { TranslatedFields } from "../admin/translated-fields";
import { OrganizationPicks } from "../picks/organization-picks";
import { TextFields } from "./text-fields";

type Found = { found: { id: string; name: string }[]; values: Record<string, string> };
/** What a posted form comes back with: what was wrong, or the organizations that were looked for. */
export type NewsAnswer = Partial<Failure & Found>;
type Props = { news: DeskNews | null; topics: readonly Option[]; answer: NewsAnswer | undefined };

const AUDIENCES = ["public", "customers", "organizations", "agents"] as const;

/** What kind of news it is, of which topic, for whom, and its words in each language. */
export function NewsFields({ news, topics, answer }: Props) {
  const t = useT();
  const values = answer?.values;
  const errors = answer?.failure?.fields ?? {};
  return (
    <>
      <RadioGroup
        name="kind"
        label={t("news:field.kind")}
        cards
        defaultValue={values?.kind ?? news?.kind ?? "news"}
        options={(["news", "problem"] as const).map((value) => ({
          value,
          label: t(`news:kind.${value}`),
          hint: t(`news:kindHint.${value}`),
        }))}
      />
      <TranslatedFields
        name="titles"
        label={t("news:field.titles")}
        words={Object.fromEntries(Object.entries(news?.texts ?? {}).map(([locale, text]) => [locale, text.title]))}
        values={values}
        errors={errors}
        maxLength={MAX_NEWS_TITLE}
      />
      <TextFields texts={news?.texts ?? {}} values={values} errors={errors} />
      <div className="two">
        <Select
          name="topicId"
          label={t("news:field.topic")}
          hint={t("news:field.topicHint")}
          placeholder={t("news:field.noTopic")}
          defaultValue={values?.topicId ?? news?.topicId ?? ""}
          options={topics}
          error={errors.topicId}
          optional
        />
        <Select
          name="audience"
          label={t("knowledge:field.audience")}
          defaultValue={values?.audience ?? news?.audience ?? "public"}
          options={AUDIENCES.map((value) => ({ value, label: t(`knowledge:audience.${value}`) }))}
          error={errors.audience}
        />
      </div>
      <OrganizationPicks
        className="organization-picks"
        label={t("knowledge:field.organizations")}
        organizations={news?.organizations ?? []}
        hint={t("news:field.organizationsHint")}
        found={answer?.found}
        values={values}
        error={errors.organizationIds}
      />
    </>
  );
}
