import { useActionData, useLoaderData } from "@remix-run/react";
import { Bookmark } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrors } from "~/components/ui/form-errors";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { createSearchView } from "~/domain/search/create-search-view.server";
import { listSearchViews } from "~/domain/search/list-search-views.server";
import { mayShareView } from "~/domain/search/view-policy";
import { LONGEST_VIEW_NAME, viewForm } from "~/domain/search/view-schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { readTyped } from "../read-search";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => ({
  title: translator(ctx.locale)("search:views.title"),
  views: await listSearchViews(ctx),
  query: readTyped(new URL(request.url).searchParams.get("q")).trim(),
  mayShare: mayShareView(ctx.actor),
}));

export const action = agentAction(async (ctx, { request }) => {
  const form = await readInput(ctx, request, viewForm);
  await createSearchView(ctx, form);
  throw await redirectWithToast(paths.desk.search({ q: form.query }), { key: "search:toast.kept" });
});

/** The searches that are kept as views, and the form that keeps another. */
export default function Views() {
  const { title, views, query, mayShare } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && "failure" in answer ? answer : undefined;
  const t = useT();
  const asked = failed?.values.query ?? query;
  return (
    <Sheet title={title} lead={t("search:views.lead")}>
      {asked ? (
        <Card id="keep" title={t("search:views.keep")} padded>
          <form method="post" className="form">
            <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
            <input type="hidden" name="query" value={asked} />
            <p className="muted">
              <code className="wrap-anywhere">{asked}</code>
            </p>
            <TextInput
              label={t("search:views.name")}
              name="name"
              required
              maxLength={LONGEST_VIEW_NAME}
              error={failed?.failure.fields.name}
              defaultValue={failed?.values.name ?? asked.slice(0, LONGEST_VIEW_NAME)}
            />
            {mayShare ? <Checkbox label={t("search:views.shared")} name="shared" value="yes" /> : null}
            <div className="form-actions">
              <Button variant="primary">{t("search:views.keepIt")}</Button>
              <LinkButton href={paths.desk.search({ q: asked })}>{t("common:cancel")}</LinkButton>
            </div>
          </form>
        </Card>
      ) : null}
      <Card>
        {views.length > 0 ? (
          <Table
            caption={title}
            rows={views}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("search:views.name"),
                heading: true,
                cell: ({ name, query }) => (
                  <a href={paths.desk.search({ q: query })}>
                    <bdi className="wrap-anywhere">{name}</bdi>
                  </a>
                ),
              },
              { label: t("search:views.query"), cell: ({ query }) => <code className="wrap-anywhere">{query}</code> },
              {
                label: t("search:views.whose"),
                cell: ({ own, shared, owner }) =>
                  shared ? t("search:views.everybody", { name: owner }) : own ? t("search:views.own") : owner,
              },
              {
                label: t("search:views.change"),
                labelHidden: true,
                end: true,
                cell: ({ id, mayChange, name }) =>
                  mayChange ? (
                    <LinkButton size="sm" href={paths.desk.search({}, `views/${id}`)}>
                      {t("search:views.change")}
                      <span className="sr">: {name}</span>
                    </LinkButton>
                  ) : null,
              },
            ]}
          />
        ) : (
          <EmptyState
            icon={Bookmark}
            title={t("search:views.none")}
            action={<LinkButton href={paths.desk.search()}>{t("search:title")}</LinkButton>}
          >
            {t("search:views.noneText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
