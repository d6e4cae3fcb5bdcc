import type { LinksFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { SegmentedControl } from "~/components/ui/segmented-control";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import styles from "~/styles/desk-knowledge.css?url";
import prose from "~/styles/prose.css?url";
import { Sheet } from "../sheet";
import { BesidePane } from "./editor/beside-pane";
import { ConflictPane } from "./editor/conflict-pane";
import { FactsCard } from "./editor/facts-card";
import { FiguresCard } from "./editor/figures-card";
import { LanguageTabs } from "./editor/language-tabs";
import { loadEditor } from "./editor/load-editor.server";
import { MarksCard } from "./editor/marks-card";
import { NotTranslated } from "./editor/not-translated";
import { PicturesCard } from "./editor/pictures-card";
import { RelatedCard } from "./editor/related-card";
import { RemovalCard } from "./editor/removal-card";
import { StatusCard } from "./editor/status-card";
import { TextBanners } from "./editor/text-banners";
import { TextForm } from "./editor/text-form";
import { useLivePreview } from "./editor/use-live-preview";
import { actOnText } from "./editor/act-on-text.server";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: prose },
  { rel: "stylesheet", href: styles },
];

export const meta = pageTitle;

export const loader = agentLoader((ctx, args) => loadEditor(ctx, args));

export const action = agentAction((ctx, { request, params }) => actOnText(ctx, request, params));

/** After a conflict the page learns what is saved now: saving once more is meant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

/** One language of an article: written on the left, seen as readers will see it on the right, and what becomes of it below. */
export default function ArticleEditor() {
  const view = useLoaderData<typeof loader>();
  const t = useT();
  const { facts, text, locale, may } = view;
  return (
    <Sheet
      title={<bdi>{view.title || t("knowledge:list.untitled")}</bdi>}
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: paths.desk.knowledge("", { category: facts.categoryId }), label: <bdi>{facts.category}</bdi> },
      ]}
    >
      <LanguageTabs articleId={facts.id} current={locale} sourceLocale={view.sourceLocale} states={view.states} />
      {text ? (
        <Writing key={`${facts.id} ${locale}`} view={{ ...view, text }} />
      ) : (
        <NotTranslated articleId={facts.id} locale={locale} source={view.sourceLocale} mayWrite={may.write} />
      )}
      <div className="grid items-start gap-3 tablet:grid-cols-2 laptop:grid-cols-3">
        {text ? (
          <StatusCard
            articleId={facts.id}
            locale={locale}
            publication={text.publication}
            versions={text.versions}
            mayPublish={may.publish}
          />
        ) : null}
        <FactsCard facts={facts} mayWrite={may.write} />
        <FiguresCard figures={view.figures} days={view.days} />
        <PicturesCard articleId={facts.id} locale={locale} pictures={view.pictures} mayWrite={may.write} />
        <RelatedCard articleId={facts.id} related={view.related} mayWrite={may.publish} />
        <RemovalCard
          articleId={facts.id}
          locale={locale}
          revision={text?.edited.revision}
          deleted={view.deleted}
          mayDelete={may.delete}
          mayDiscard={
            may.write &&
            text !== null &&
            text.publication.work === "draft" &&
            (text.publication.version !== null || locale !== view.sourceLocale)
          }
        />
      </div>
    </Sheet>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Written = View & { text: NonNullable<View["text"]> };

function Writing({ view }: { view: Written }) {
  const failed = useActionData<typeof action>() as Failure | undefined;
  const form = useRef<HTMLFormElement>(null);
  const t = useT();
  const { text, facts, locale, may } = view;
  const preview = useLivePreview(form, paths.desk.knowledge(`${facts.id}/preview`));
  const readOnly = !may.write || text.review !== null;
  const moved = failed?.failure.code === "knowledge:error.draftMoved";
  return (
    <>
      <TextBanners view={view} />
      <MarksCard
        articleId={facts.id}
        locale={locale}
        marks={text.marks}
        ticketNumber={facts.ticketNumber}
        mayConfirm={may.publish}
      />
      {moved && failed ? <ConflictPane saved={text.edited} typed={failed.values} /> : null}
      <div className="kb-panes">
        <div className="kb-switch">
          <SegmentedControl
            label={t("knowledge:side.label")}
            name="pane"
            defaultValue="write"
            options={[
              { value: "write", label: t("knowledge:side.write") },
              { value: "beside", label: t(`knowledge:side.${view.side}`) },
            ]}
          />
        </div>
        <TextForm
          text={text.edited}
          failed={failed}
          readOnly={readOnly}
          form={form}
          onChanged={preview.changed}
          acts={{
            review: may.write,
            publish: may.publish,
            publishFirst: may.publish && !facts.needsReview,
          }}
        />
        <BesidePane
          articleId={facts.id}
          locale={locale}
          side={view.side}
          sides={view.sides}
          title={preview.title ?? text.edited.title}
          html={preview.html ?? text.html}
          source={view.source}
          changes={view.changes}
        />
      </div>
    </>
  );
}
