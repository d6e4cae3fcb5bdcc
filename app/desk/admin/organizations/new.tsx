import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { createOrganization } from "~/domain/customers/create-organization.server";
import { organizationForm } from "~/domain/customers/organization-schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { OrganizationFields } from "./organization-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({ title: translator(ctx.locale)("contracts:organization.new") }));

export const action = adminAction(async (ctx, { request }) => {
  const { organizationId } = await createOrganization(ctx, await readInput(ctx, request, organizationForm));
  return redirectWithToast(paths.desk.admin(`organizations/${organizationId}`), { key: "desk:toast.saved" });
});

/** A new organization; its products follow on its page. */
export default function NewOrganization() {
  const { title } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("organizations"), label: t("desk:admin.organizations") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <OrganizationFields organization={{}} values={failed?.values} errors={failed?.failure.fields} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.admin("organizations")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
