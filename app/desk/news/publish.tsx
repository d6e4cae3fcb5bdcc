import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { getDeskNews } from "~/domain/knowledge/get-desk-news.server";
import { assertWritesNews } from "~/domain/knowledge/news-policy";
import { seenNewsRevision } from "~/domain/knowledge/news-schema";
import { publishNews } from "~/domain/knowledge/publish-news.server";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorAction, editorLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { invalid } from "~/lib/errors";
import { readTypedTime, showTypedTime } from "../knowledge/typed-time";
import { Sheet } from "../sheet";
import { useDrawn } from "../use-drawn";

export const meta = pageTitle;

export const loader = editorLoader(async (ctx, { request, params }) => {
  assertWritesNews(ctx.actor);
  const { id, revision, texts } = await getDeskNews(ctx, idParam(params, "newsId"));
  const name = texts[ctx.locale]?.title ?? Object.values(texts)[0]?.title ?? "—";
  // What the reader had before them where they chose to publish; of whoever came another way, what stands there.
  const seen = Number(new URL(request.url).searchParams.get("seen")) || revision;
  const title = translator(ctx.locale)("news:publish");
  return { title, id, name, seen, soonest: showTypedTime(ctx.now, ctx.timeZone) };
});

export const action = editorAction(async (ctx, { request, params }) => {
  const newsId = idParam(params, "newsId");
  const form = await readForm(ctx, request);
  const typed = String(form.get("at") ?? "");
  const at = typed ? readTypedTime(typed, ctx.timeZone) : null;
  if (typed && !at) throw invalid("common:error.checkFields", { at: "knowledge:error.time" });
  await publishNews(ctx, newsId, at, parse(seenNewsRevision, form.get("seen")));
  const later = at && at > ctx.now;
  return redirectWithToast(paths.desk.news(newsId), { key: later ? "news:toast.scheduled" : "news:toast.published" });
});

/** Now, or at a time to come, on the reader's clocks. */
export default function PublishNews() {
  const { title, id, name, seen, soonest } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const { t, timeZone } = useI18n();
  const drawn = useDrawn(seen);
  const crumbs = [
    { href: paths.desk.news(), label: t("news:title") },
    { href: paths.desk.news(id), label: name },
  ];
  return (
    <Sheet slim title={title} crumbs={crumbs}>
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <input type="hidden" name="seen" value={drawn} />
          <TextInput
            name="at"
            type="datetime-local"
            label={t("news:field.at")}
            hint={t("news:field.atHint", { zone: timeZone })}
            min={soonest}
            defaultValue={failed?.values.at}
            error={failed?.failure.fields.at}
            optional
          />
          <div className="form-actions">
            <Button variant="primary">{t("news:publish")}</Button>
            <LinkButton href={paths.desk.news(id)}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
