import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { FormErrors } from "~/components/ui/form-errors";
import { changeAsset } from "~/domain/customers/change-asset.server";
import { getOrganization } from "~/domain/customers/get-organization.server";
import { assetForm } from "~/domain/customers/organization-schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { ArchiveCard } from "../archive-card";
import { AssetFields } from "./asset-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const { id, name, assets } = await getOrganization(ctx, idParam(params, "organizationId"));
  const assetId = idParam(params, "assetId");
  const asset = assets.find((one) => one.id === assetId);
  if (!asset) throw notFound();
  return { title: asset.name, organization: { id, name }, asset };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const organizationId = idParam(params, "organizationId");
  await changeAsset(ctx, organizationId, idParam(params, "assetId"), await readInput(ctx, request, assetForm));
  return redirectWithToast(paths.desk.admin(`organizations/${organizationId}`), { key: "desk:toast.saved" });
});

/** One product of an organization. */
export default function EditAsset() {
  const { organization, asset } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const above = paths.desk.admin(`organizations/${organization.id}`);
  return (
    <Sheet
      slim
      title={
        <>
          <bdi className="wrap-anywhere">{asset.name}</bdi>{" "}
          {asset.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      crumbs={[
        { href: paths.desk.admin("organizations"), label: t("desk:admin.organizations") },
        { href: above, label: organization.name },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors
            message={failed?.failure.message}
            errors={failed?.failure.fields}
            ids={{ name: "f-asset-name" }}
          />
          <AssetFields asset={asset} values={failed?.values} errors={failed?.failure.fields} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={above}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <ArchiveCard action={`${above}/assets/${asset.id}/archive`} archived={asset.archivedAt !== null}>
        {t("contracts:asset.archiveText")}
      </ArchiveCard>
    </Sheet>
  );
}
