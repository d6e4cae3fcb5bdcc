import { Tabs } from "~/components/ui/tabs";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { type DiffField, DiffView } from "./diff-view";

export const SIDES = ["preview", "source", "changes"] as const;
export type Side = (typeof SIDES)[number];

/** What a translation is made from: as published, or as drafted while it is not. */
export type Source = { locale: string; title: string; html: string; markdown: string };
/** What of the source was changed since the version that the translation follows. */
export type Changes = { locale: string; fields: DiffField[] };

type Props = {
  articleId: string;
  locale: string;
  side: Side;
  sides: readonly Side[];
  title: string;
  /** drawn by the server: newest first what was typed, else what is saved */
  html: string;
  source: Source | null;
  changes: Changes | null;
};

/** Beside the text: how readers will see it, the source it is translated from, or what changed in the source since. */
export function BesidePane({ articleId, locale, side, sides, title, html, source, changes }: Props) {
  const t = useT();
  return (
    <section className="kb-beside card" aria-label={t(`knowledge:side.${side}`)}>
      {sides.length > 1 ? (
        <Tabs
          label={t("knowledge:side.label")}
          items={sides.map((name) => ({
            href: paths.desk.knowledge(articleId, { lang: locale, side: name === sides[0] ? null : name }),
            label: t(`knowledge:side.${name}`),
            current: name === side,
          }))}
        />
      ) : (
        <div className="head">
          <h2>{t("knowledge:side.preview")}</h2>
        </div>
      )}
      {side === "preview" ? (
        <div className="kb-preview prose" lang={locale}>
          <p className="kb-preview-title">{title}</p>
          {html ? (
            <div dangerouslySetInnerHTML={{ __html: html }} />
          ) : (
            <p className="muted">{t("knowledge:side.empty")}</p>
          )}
        </div>
      ) : null}
      {side === "source" && source ? (
        <div className="kb-preview prose" lang={source.locale}>
          <p className="kb-preview-title">{source.title}</p>
          <div dangerouslySetInnerHTML={{ __html: source.html }} />
          <details>
            <summary className="lk small">{t("knowledge:side.markdown")}</summary>
            <pre className="whitespace-pre-wrap">{source.markdown}</pre>
          </details>
        </div>
      ) : null}
      {side === "changes" && changes ? <DiffView fields={changes.fields} lang={changes.locale} /> : null}
    </section>
  );
}
