import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { inLanguage, translatedName } from "~/domain/routing/schema";
import { listStatuses } from "~/domain/tickets/list-statuses.server";
import { renameStatus } from "~/domain/tickets/rename-status.server";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { ArchiveCard } from "../archive-card";
import { readTranslated } from "../read-translated";
import { TranslatedFields } from "../translated-fields";

const nameForm = z.object({ name: translatedName });

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const statusId = idParam(params, "statusId");
  const status = (await listStatuses(ctx)).statuses.find(({ id }) => id === statusId);
  if (!status) throw notFound();
  const key = `tickets:state.${status.state}`;
  return {
    title: inLanguage(status.name, ctx.locale) || translator(ctx.locale)(key),
    status,
    /** The product's words, which stand where nothing is typed. */
    own: Object.fromEntries(LOCALES.map((locale) => [locale, translator(locale)(key)])),
  };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const form = await readForm(ctx, request);
  await renameStatus(ctx, idParam(params, "statusId"), parse(nameForm, { name: readTranslated(form, "name") }).name);
  return redirectWithToast(paths.desk.admin("statuses"), { key: "desk:toast.saved" });
});

/** Other words for a status. */
export default function EditStatus() {
  const { title, status, own } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={<bdi>{title}</bdi>}
      lead={t("desk:admin.statusIs", { state: t(`tickets:state.${status.state}`) })}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("statuses"), label: t("desk:admin.statuses") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} ids={{ name: "f-name-en" }} />
          <TranslatedFields
            name="name"
            label={t("desk:admin.name")}
            words={status.name}
            values={failed?.values}
            errors={failed?.failure.fields}
            maxLength={80}
            placeholders={status.builtIn ? own : undefined}
            required
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.admin("statuses")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      {status.builtIn && status.name ? (
        <Card padded id="own-words" title={t("desk:admin.ownWords")}>
          <p className="muted small mb-3">{t("desk:admin.ownWordsText", { word: own[LOCALES[0]] ?? "" })}</p>
          <Form method="post" action={paths.desk.admin(`statuses/${status.id}/words`)}>
            <Button>{t("desk:admin.ownWordsDo")}</Button>
          </Form>
        </Card>
      ) : null}
      {status.builtIn ? null : (
        <ArchiveCard action={paths.desk.admin(`statuses/${status.id}/archive`)} archived={status.archivedAt !== null}>
          {t("desk:admin.archiveStatus")}
        </ArchiveCard>
      )}
    </Sheet>
  );
}
