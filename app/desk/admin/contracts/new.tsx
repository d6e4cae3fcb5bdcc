import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { createContract } from "~/domain/sla/create-contract.server";
import { listCoverChoices } from "~/domain/sla/list-cover-choices.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { isId } from "~/lib/id";
import { Sheet } from "../../sheet";
import { ContractFields } from "./contract-fields";
import { CoverFields } from "./cover-fields";
import { type CoverSearch, searchCover } from "./search-cover.server";
import { readContractForm } from "./read-contract-form.server";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const organizationId = new URL(request.url).searchParams.get("organization") ?? "";
  const organizationIds = isId(organizationId) ? [organizationId] : [];
  const choices = await listCoverChoices(ctx, { organizationIds, assetIds: [], q: "" });
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])];
  return { title: translator(ctx.locale)("contracts:new"), choices, zones, timeZone: ctx.timeZone };
});

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  if (form.has("find")) return searchCover(ctx, form);
  const { contractId } = await createContract(ctx, readContractForm(form));
  return redirectWithToast(paths.desk.admin(`contracts/${contractId}`), { key: "contracts:toast.made" });
});

/** A new contract; one that an organization's page leads to covers it already. */
export default function NewContract() {
  const { title, choices, zones, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Partial<Failure & CoverSearch> | undefined;
  const t = useT();
  const { values, failure, found } = answer ?? {};
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("contracts"), label: t("contracts:title") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form" preventScrollReset>
          <FormErrors message={failure?.message} errors={failure?.fields} />
          <ContractFields
            contract={{ timeZone }}
            policies={choices.policies}
            zones={zones}
            values={values}
            errors={failure?.fields}
          />
          <CoverFields
            organizations={choices.organizations}
            assets={[]}
            found={found ?? choices}
            values={values}
            errors={failure?.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.admin("contracts")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
