import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { getArticleForDesk } from "~/domain/knowledge/get-article-for-desk.server";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { unpublishText } from "~/domain/knowledge/unpublish-text.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { invalid, notFound } from "~/lib/errors";
import { Sheet } from "../sheet";
import { textOf } from "./text-of.server";
import { readTypedTime, showTypedTime } from "./typed-time";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, args) => {
  const { articleId, locale } = textOf(args);
  const { text, may } = await getArticleForDesk(ctx, { articleId, locale });
  if (!text || !may.publish) throw notFound();
  const typed = (at: Date | null) => (at ? showTypedTime(at, ctx.timeZone) : "");
  return {
    title: translator(ctx.locale)("knowledge:schedule.title"),
    articleId,
    locale,
    name: text.draft.title || "—",
    publishAt: typed(text.publishAt),
    unpublishAt: typed(text.unpublishAt),
    soonest: showTypedTime(ctx.now, ctx.timeZone),
  };
});

export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  const form = await readForm(ctx, args.request);
  const what = form.has("unpublishAt") ? "unpublishAt" : "publishAt";
  const at = readTypedTime(String(form.get(what) ?? ""), ctx.timeZone);
  if (!at) throw invalid("common:error.checkFields", { [what]: "knowledge:error.time" });
  if (what === "publishAt") await publishText(ctx, { ...text, at, note: String(form.get("note") ?? "") });
  else await unpublishText(ctx, { ...text, at });
  return redirectWithToast(paths.desk.knowledge(text.articleId, { lang: text.locale }), {
    key: "knowledge:toast.scheduled",
  });
});

/** When the draft appears, and when the text goes again, on the reader's clocks. */
export default function Schedule() {
  const { title, articleId, locale, name, publishAt, unpublishAt, soonest } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const { t, timeZone } = useI18n();
  const here = paths.desk.knowledge(articleId, { lang: locale });
  const values = failed?.values;
  const errors = failed?.failure.fields ?? {};
  const of = (field: string) => (values && field in values ? failed : undefined);
  return (
    <Sheet
      slim
      title={title}
      lead={t("knowledge:schedule.lead", { timeZone })}
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: here, label: <bdi>{`${name} (${LOCALE_NAMES[locale]})`}</bdi> },
      ]}
    >
      <Card padded id="publish" title={t("knowledge:schedule.publish")}>
        <Form method="post" className="form">
          <FailureErrors of={of("publishAt")} />
          <p className="muted small">{t("knowledge:schedule.publishText")}</p>
          <TextInput
            name="publishAt"
            type="datetime-local"
            className="short"
            label={t("knowledge:status.publishAt")}
            required
            min={soonest}
            defaultValue={values?.publishAt ?? publishAt}
            error={errors.publishAt}
          />
          <TextInput
            name="note"
            label={t("knowledge:field.note")}
            hint={t("knowledge:field.noteHint")}
            maxLength={300}
            autoComplete="off"
            defaultValue={values?.note}
            optional
          />
          <div className="form-actions">
            <Button variant="primary">{t("knowledge:schedule.publishDo")}</Button>
            <LinkButton href={here}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <Card padded id="unpublish" title={t("knowledge:schedule.unpublish")}>
        <Form method="post" className="form">
          <FailureErrors of={of("unpublishAt")} />
          <p className="muted small">{t("knowledge:schedule.unpublishText")}</p>
          <TextInput
            name="unpublishAt"
            type="datetime-local"
            className="short"
            label={t("knowledge:status.unpublishAt")}
            required
            min={soonest}
            defaultValue={values?.unpublishAt ?? unpublishAt}
            error={errors.unpublishAt}
          />
          <div className="form-actions">
            <Button>{t("knowledge:schedule.unpublishDo")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
