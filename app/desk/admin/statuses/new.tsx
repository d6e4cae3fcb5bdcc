import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { Select } from "~/components/ui/select";
import { translatedName } from "~/domain/routing/schema";
import { createStatus } from "~/domain/tickets/create-status.server";
import { STATES } from "~/domain/tickets/states";
import { formObject, parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { readTranslated } from "../read-translated";
import { TranslatedFields } from "../translated-fields";

const newStatusForm = z.object({ state: z.enum(STATES), name: translatedName });

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({ title: translator(ctx.locale)("desk:admin.newStatus") }));

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  await createStatus(ctx, parse(newStatusForm, { ...formObject(form), name: readTranslated(form, "name") }));
  return redirectWithToast(paths.desk.admin("statuses"), { key: "desk:toast.saved" });
});

/** A status of one's own; it behaves like the state it belongs to. */
export default function NewStatus() {
  const { title } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
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
            words={null}
            values={failed?.values}
            errors={failed?.failure.fields}
            maxLength={80}
            required
          />
          <Select
            name="state"
            label={t("desk:admin.state")}
            hint={t("desk:admin.stateHint")}
            defaultValue={failed?.values.state ?? "open"}
            error={failed?.failure.fields.state}
            options={STATES.map((state) => ({ value: state, label: t(`tickets:state.${state}`) }))}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.admin("statuses")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
