import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { FormErrors } from "~/components/ui/form-errors";
import { changeOrganization } from "~/domain/customers/change-organization.server";
import { createAsset } from "~/domain/customers/create-asset.server";
import { getOrganization } from "~/domain/customers/get-organization.server";
import { assetForm, organizationForm } from "~/domain/customers/organization-schema";
import { listFiledMails } from "~/domain/mailroom/list-filed-mails.server";
import { formObject, parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { FiledMails } from "../../contacts/filed-mails";
import { Sheet } from "../../sheet";
import { AssetFields } from "./asset-fields";
import { OrganizationFields } from "./organization-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request, params }) => {
  const organizationId = idParam(params, "organizationId");
  const organization = await getOrganization(ctx, organizationId);
  const mails = await listFiledMails(ctx, { organizationId }, new URL(request.url).searchParams.get("mails"));
  return { title: organization.name, organization, mails };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const organizationId = idParam(params, "organizationId");
  const form = await readForm(ctx, request);
  const here = paths.desk.admin(`organizations/${organizationId}`);
  if (form.get("form") === "asset") {
    await createAsset(ctx, organizationId, parse(assetForm, formObject(form)));
    return redirectWithToast(`${here}#assets`, { key: "contracts:toast.assetAdded" });
  }
  await changeOrganization(ctx, organizationId, parse(organizationForm, formObject(form)));
  return redirectWithToast(here, { key: "desk:toast.saved" });
});

/** An organization, its products and its contracts. */
export default function EditOrganization() {
  const { organization, mails } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const ofAsset = failed?.values.form === "asset" ? failed : undefined;
  const ofForm = ofAsset ? undefined : failed;
  return (
    <Sheet
      slim
      title={<bdi className="wrap-anywhere">{organization.name}</bdi>}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("organizations"), label: t("desk:admin.organizations") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={ofForm?.failure.message} errors={ofForm?.failure.fields} />
          <OrganizationFields organization={organization} values={ofForm?.values} errors={ofForm?.failure.fields} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
      <Card padded id="assets" title={t("contracts:assets")}>
        {organization.assets.length > 0 ? (
          <ul className="grid gap-2 mb-4">
            {organization.assets.map(({ id, name, serial, archivedAt }) => (
              <li key={id} className="wrap-anywhere">
                <a href={paths.desk.admin(`organizations/${organization.id}/assets/${id}`)}>
                  <bdi>{name}</bdi>
                </a>{" "}
                {serial ? <span className="muted num">{serial}</span> : null}{" "}
                {archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted small mb-4">{t("contracts:asset.empty")}</p>
        )}
        <Form method="post" className="form" key={organization.assets.length}>
          <FormErrors
            message={ofAsset?.failure.message}
            errors={ofAsset?.failure.fields}
            ids={{ name: "f-asset-name" }}
          />
          <input type="hidden" name="form" value="asset" />
          <AssetFields asset={{}} values={ofAsset?.values} errors={ofAsset?.failure.fields} />
          <div className="form-actions">
            <Button>{t("contracts:asset.add")}</Button>
          </div>
        </Form>
      </Card>
      <Card padded title={t("contracts:title")}>
        {organization.contracts.length === 0 ? (
          <p className="muted small mb-3">{t("contracts:noneOfOrganization")}</p>
        ) : null}
        <ul className="grid gap-2 mb-3 empty:hidden">
          {organization.contracts.map(({ id, number, name }) => (
            <li key={id} className="wrap-anywhere">
              <a href={paths.desk.admin(`contracts/${id}`)}>
                <bdi>{number}</bdi>
              </a>{" "}
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
        <LinkButton size="sm" href={paths.desk.admin("contracts/new", { organization: organization.id })}>
          {t("contracts:new")}
        </LinkButton>
      </Card>
      <Card id="mails" title={t("replies:contact.mails")}>
        <FiledMails
          page={mails}
          at={(cursor) => cursor && `${paths.desk.admin(`organizations/${organization.id}`, { mails: cursor })}#mails`}
        />
      </Card>
    </Sheet>
  );
}
