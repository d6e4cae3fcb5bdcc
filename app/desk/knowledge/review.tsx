import type { LinksFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextArea } from "~/components/ui/text-area";
import { decideReview } from "~/domain/knowledge/decide-review.server";
import { getArticleForDesk } from "~/domain/knowledge/get-article-for-desk.server";
import { getVersionDiff } from "~/domain/knowledge/get-version-diff.server";
import { previewText } from "~/domain/knowledge/preview-text.server";
import { MAX_COMMENT } from "~/domain/knowledge/schema";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import styles from "~/styles/desk-knowledge.css?url";
import prose from "~/styles/prose.css?url";
import { Sheet } from "../sheet";
import { DiffView } from "./editor/diff-view";
import { textOf } from "./text-of.server";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: prose },
  { rel: "stylesheet", href: styles },
];

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, args) => {
  const { articleId, locale } = textOf(args);
  const { text, may } = await getArticleForDesk(ctx, { articleId, locale });
  const review = text?.review;
  if (!text || !review)
    throw await redirectWithToast(paths.desk.knowledge(articleId, { lang: locale }), {
      key: "knowledge:error.notInReview",
      tone: "warn",
    });
  const from = text.version;
  const { html } = await previewText(ctx, { articleId, locale, markdown: text.draft.markdown });
  return {
    title: translator(ctx.locale)("knowledge:review.title", { title: text.draft.title }),
    articleId,
    locale,
    name: text.draft.title,
    html,
    review,
    decides: may.publish,
    diff: from === null ? null : await getVersionDiff(ctx, { articleId, locale, from, to: review.version }),
  };
});

export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  const form = await readForm(ctx, args.request);
  const verdict = form.get("verdict") === "sent_back" ? "sent_back" : "approved";
  const publish = form.get("verdict") === "publish";
  const comment = String(form.get("comment") ?? "").slice(0, MAX_COMMENT);
  await decideReview(ctx, { ...text, verdict, comment, publish });
  return redirectWithToast(paths.desk.knowledge(text.articleId, { lang: text.locale }), {
    key: `knowledge:toast.${publish ? "published" : verdict}`,
  });
});

/** A text that somebody else wrote, what changed in it, and the word that lets it through or sends it back. */
export default function Review() {
  const { title, articleId, locale, name, html, review, decides, diff } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const here = paths.desk.knowledge(articleId, { lang: locale });
  return (
    <Sheet
      title={title}
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: here, label: <bdi>{`${name} (${LOCALE_NAMES[locale]})`}</bdi> },
      ]}
    >
      <Banner tone="info">
        {t("knowledge:review.asked")} <bdi>{review.requestedBy?.name}</bdi> ·{" "}
        <TimeText at={review.requestedAt} style="dated" />
        {review.note ? (
          <p className="mt-1 wrap-anywhere">
            <bdi>{review.note}</bdi>
          </p>
        ) : null}
      </Banner>
      <div className="grid items-start gap-3 laptop:grid-cols-2">
        <Card id="text" title={t("knowledge:review.text")}>
          <div className="kb-preview prose" lang={locale}>
            <p className="kb-preview-title">{name}</p>
            <div dangerouslySetInnerHTML={{ __html: html }} />
          </div>
        </Card>
        <div className="grid gap-3">
          {diff ? (
            <Card id="changes" title={t("knowledge:review.changes")}>
              <DiffView fields={diff.fields} lang={locale} />
            </Card>
          ) : null}
          <Card padded id="decision" title={t("knowledge:review.decision")}>
            {decides ? (
              <Form method="post" className="form">
                <FailureErrors of={failed} />
                {review.mayApprove ? null : <p className="muted small">{t("knowledge:error.ownReview")}</p>}
                <TextArea
                  name="comment"
                  label={t("knowledge:review.comment")}
                  hint={t("knowledge:review.commentHint")}
                  rows={4}
                  maxLength={MAX_COMMENT}
                  defaultValue={failed?.values.comment}
                  optional
                />
                <div className="form-actions">
                  {review.mayApprove ? (
                    <>
                      <Button variant="primary" name="verdict" value="publish">
                        {t("knowledge:act.approvePublish")}
                      </Button>
                      <Button name="verdict" value="approved">
                        {t("knowledge:act.approve")}
                      </Button>
                    </>
                  ) : null}
                  <Button variant="danger" name="verdict" value="sent_back">
                    {t("knowledge:act.sendBack")}
                  </Button>
                </div>
              </Form>
            ) : (
              <p className="muted">{t("knowledge:review.others")}</p>
            )}
            <LinkButton className="mt-3" size="sm" variant="ghost" href={here}>
              {t("knowledge:review.back")}
            </LinkButton>
          </Card>
        </div>
      </div>
    </Sheet>
  );
}
