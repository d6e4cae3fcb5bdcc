import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { FormErrors } from "~/components/ui/form-errors";
import { changeContract } from "~/domain/sla/change-contract.server";
import { getContract } from "~/domain/sla/get-contract.server";
import { listCoverChoices } from "~/domain/sla/list-cover-choices.server";
import { listDraws } from "~/domain/sla/list-draws.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { CONTRACT_TONES } from "../../tickets/contract-tones";
import { useDrawn } from "../../use-drawn";
import { ArchiveCard } from "../archive-card";
import { Balance } from "./balance";
import { ContractFields } from "./contract-fields";
import { CoverFields } from "./cover-fields";
import { Draws } from "./draws";
import { readContractForm } from "./read-contract-form.server";
import { type CoverSearch, searchCover } from "./search-cover.server";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request, params }) => {
  const contractId = idParam(params, "contractId");
  const contract = await getContract(ctx, contractId);
  const organizationIds = contract.organizations.map(({ id }) => id);
  const [choices, draws] = await Promise.all([
    listCoverChoices(ctx, { organizationIds, assetIds: contract.assets.map(({ id }) => id), q: "" }),
    listDraws(ctx, contractId, new URL(request.url).searchParams.get("after")),
  ]);
  const zones = [...new Set([contract.timeZone, ...Intl.supportedValuesOf("timeZone"), "UTC"])];
  return { title: `${contract.number} ${contract.name}`, contract, choices, draws, zones };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const contractId = idParam(params, "contractId");
  const form = await readForm(ctx, request);
  if (form.has("find")) return searchCover(ctx, form);
  const { version } = await changeContract(ctx, contractId, Number(form.get("version")), readContractForm(form));
  return redirectWithToast(paths.desk.admin(`contracts/${contractId}`, { saved: version }), {
    key: "desk:toast.saved",
  });
});

/** After a conflict the page learns the version that is saved now: saving once more is meant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

/** A contract: how it stands, what was drawn from it, and its form. */
export default function EditContract() {
  const { contract, choices, draws, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Partial<Failure & CoverSearch> | undefined;
  const t = useT();
  const { values, failure, found } = answer ?? {};
  const here = paths.desk.admin(`contracts/${contract.id}`);
  const drawn = useDrawn(contract);
  const overtaken = failure?.code === "contracts:error.changed";
  return (
    <Sheet
      slim
      title={
        <>
          <bdi>{contract.number}</bdi> <bdi className="wrap-anywhere">{contract.name}</bdi>{" "}
          <Chip tone={CONTRACT_TONES[contract.state]}>{t(`contracts:state.${contract.state}`)}</Chip>{" "}
          {contract.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("contracts"), label: t("contracts:title") },
      ]}
    >
      <Card padded title={t("contracts:balance")}>
        <Balance contract={contract} />
      </Card>
      <Card padded title={t("contracts:data")}>
        <Form method="post" className="form" preventScrollReset>
          <FormErrors message={failure?.message} errors={failure?.fields} />
          <input
            type="hidden"
            name="version"
            value={overtaken ? contract.version : (values?.version ?? drawn.version)}
          />
          <ContractFields
            contract={drawn}
            policies={choices.policies}
            zones={zones}
            values={values}
            errors={failure?.fields}
          />
          <CoverFields
            organizations={drawn.organizations}
            assets={drawn.assets}
            found={found ?? choices}
            values={values}
            errors={failure?.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
      <Draws title={t("contracts:draws")} page={draws} here={here} />
      <ArchiveCard action={`${here}/archive`} archived={contract.archivedAt !== null}>
        {t("contracts:archiveText")}
      </ArchiveCard>
    </Sheet>
  );
}
