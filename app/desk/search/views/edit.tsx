import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { FormErrors } from "~/components/ui/form-errors";
import { TextInput } from "~/components/ui/text-input";
import { changeSearchView } from "~/domain/search/change-search-view.server";
import { listSearchViews } from "~/domain/search/list-search-views.server";
import { mayShareView } from "~/domain/search/view-policy";
import { LONGEST_VIEW_NAME, viewChange } from "~/domain/search/view-schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const viewId = idParam(params, "viewId");
  const view = (await listSearchViews(ctx)).find(({ id, mayChange }) => id === viewId && mayChange);
  if (!view) throw notFound();
  return { title: view.name, view, mayShare: view.shared || mayShareView(ctx.actor) };
});

export const action = agentAction(async (ctx, { request, params }) => {
  await changeSearchView(ctx, idParam(params, "viewId"), await readInput(ctx, request, viewChange));
  throw await redirectWithToast(paths.desk.search({}, "views"), { key: "search:toast.changed" });
});

/** Renames a kept search, shows it to all or no longer, or deletes it. */
export default function View() {
  const { view, mayShare } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && "failure" in answer ? answer : undefined;
  const t = useT();
  const list = paths.desk.search({}, "views");
  return (
    <Sheet slim title={view.name} crumbs={[{ href: list, label: t("search:views.title") }]}>
      <Card padded>
        <form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <p className="muted">
            <code className="wrap-anywhere">{view.query}</code>
          </p>
          <TextInput
            label={t("search:views.name")}
            name="name"
            required
            maxLength={LONGEST_VIEW_NAME}
            error={failed?.failure.fields.name}
            defaultValue={failed?.values.name ?? view.name}
          />
          {mayShare ? (
            <Checkbox label={t("search:views.shared")} name="shared" value="yes" defaultChecked={view.shared} />
          ) : null}
          <div className="form-actions">
            <Button variant="primary">{t("search:save")}</Button>
            <LinkButton href={list}>{t("common:cancel")}</LinkButton>
          </div>
        </form>
      </Card>
      <form method="post" action={paths.desk.search({}, `views/${view.id}/removal`)}>
        <Button variant="danger" size="sm">
          {t("search:views.remove")}
        </Button>
      </form>
    </Sheet>
  );
}
