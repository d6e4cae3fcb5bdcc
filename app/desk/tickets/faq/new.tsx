import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { renderMarkdown } from "~/domain/knowledge/render-markdown.server";
import { MAX_TITLE } from "~/domain/knowledge/schema";
import { draftFaq } from "~/domain/tickets/draft-faq.server";
import { readFaqSource } from "~/domain/tickets/read-faq-source.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { isId } from "~/lib/id";
import type { DeskHandle } from "../../desk-handle";
import { categoryOptions } from "../../knowledge/category-words";
import { Sheet } from "../../sheet";
import { markPlaces } from "./mark-places";
import { TakenList } from "./taken-list";

export { DeskError as ErrorBoundary } from "../../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

const form = z.object({
  messageId: z.uuid("common:error.invalid"),
  categoryId: z.uuid("common:error.required"),
  question: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(MAX_TITLE, "common:error.tooLong"),
});

export const loader = agentLoader(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const asked = new URL(request.url).searchParams.get("message");
  const source = await readFaqSource(ctx, number, asked && isId(asked) ? asked : null);
  const { html } = await renderMarkdown(source.markdown, { locale: source.locale });
  return {
    title: translator(ctx.locale)("answers:faq.title", { number }),
    number,
    source,
    html: markPlaces(html, source.marks, source.titleMarks.length + 1),
    categories: categoryOptions(await listCategoryTree(ctx), ctx.locale),
  };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const input = await readInput(ctx, request, form);
  const { articleId, locale } = await draftFaq(ctx, ticketNumber(params), input);
  return redirectWithToast(paths.desk.knowledge(articleId, { lang: locale }), { key: "answers:toast.drafted" });
});

/** A ticket's answer on its way to the knowledge base: its question, its place, and what was taken out of it. */
export default function NewFaqFromTicket() {
  const { title, number, source, html, categories } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const { t, locale } = useI18n();
  const lang = source.locale === locale ? undefined : source.locale;
  const errors = failed?.failure.fields ?? {};
  const marks = [...source.titleMarks, ...source.marks];
  return (
    <Sheet
      title={title}
      lead={t("answers:faq.lead")}
      crumbs={[{ href: paths.desk.ticket(number), label: `#${number}` }]}
    >
      <div className="grid gap-4 items-start wide:grid-cols-2">
        <div className="grid gap-4">
          <Card padded title={t("answers:faq.draft")}>
            <Form method="post" className="form" key={source.messageId}>
              <FailureErrors of={failed} />
              <input type="hidden" name="messageId" value={source.messageId} />
              <TextInput
                name="question"
                label={t("answers:faq.question")}
                hint={t("answers:faq.questionHint")}
                required
                maxLength={MAX_TITLE}
                autoComplete="off"
                lang={lang}
                defaultValue={failed?.values.question ?? source.question}
                error={errors.question}
              />
              <Select
                name="categoryId"
                label={t("knowledge:field.category")}
                required
                defaultValue={failed?.values.categoryId ?? categories[0]?.value}
                options={categories}
                error={errors.categoryId}
              />
              {categories.length === 0 ? <p className="muted small">{t("knowledge:new.noCategoryText")}</p> : null}
              <div className="form-actions">
                <Button variant="primary" disabled={categories.length === 0}>
                  {t("answers:faq.create")}
                </Button>
                <LinkButton href={paths.desk.ticket(number)}>{t("common:cancel")}</LinkButton>
              </div>
            </Form>
          </Card>
          <Card padded title={t("answers:faq.preview")}>
            <div className="text wrap-anywhere" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
          </Card>
        </div>
        <div className="grid gap-4">
          <Card padded title={t("answers:faq.taken", { count: marks.length })}>
            <TakenList marks={marks} />
          </Card>
          {source.answers.length > 1 ? (
            <Card padded title={t("answers:faq.others")}>
              <ul className="grid gap-3">
                {source.answers.map(({ id, at, author, snippet }) => (
                  <li key={id} className="grid gap-1">
                    <span className="muted xs num">
                      <TimeText at={at} style="dateTime" />
                      {author ? ` · ${author}` : null}
                    </span>
                    <span className="small wrap-anywhere" lang={lang}>
                      {snippet}
                    </span>
                    {id === source.messageId ? (
                      <b className="small">{t("answers:faq.thisOne")}</b>
                    ) : (
                      <a className="small" href={paths.desk.ticketPart(number, "faq", { message: id })}>
                        {t("answers:faq.take")}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
      </div>
    </Sheet>
  );
}
