import type { CoveredAsset } from "~/domain/sla/contract-views";
import type { CoverChoices } from "~/domain/sla/list-cover-choices.server";
import { useT } from "~/i18n/use-t";
import { carriedNames, distinct, type Named, tickedIds, type Values } from "../../picks/carried-picks";
import { OrganizationPicks } from "../../picks/organization-picks";
import { Picks } from "../../picks/picks";

type Props = {
  organizations: readonly Named[];
  assets: readonly CoveredAsset[];
  /** what the search found, with the assets of the organizations that were ticked */
  found: CoverChoices | undefined;
  values: Values;
  errors: Record<string, string> | undefined;
};

/** Whom and what a contract covers. */
export function CoverFields({ organizations, assets, found, values, errors }: Props) {
  const t = useT();
  const carried = carriedNames(values, "asset").map(plainAsset);
  const products = distinct([...assets, ...carried, ...(found?.assets ?? [])]);
  return (
    <>
      <OrganizationPicks
        label={t("contracts:cover.organizations")}
        searchHint={t("contracts:cover.searchHint")}
        none={t("contracts:cover.nobody")}
        organizations={organizations}
        found={found?.organizations}
        values={values}
        error={errors?.organizationIds}
      />
      <fieldset className="fl">
        <legend>{t("contracts:cover.assets")}</legend>
        <p className="hint">{t("contracts:cover.assetsHint")}</p>
        <Picks
          name="assetIds"
          kind="asset"
          picks={products.map(({ id, name, serial, organization }) => ({
            id,
            label: (
              <>
                <bdi>{name}</bdi>
                <span className="muted">{[serial, organization].filter(Boolean).map((part) => ` · ${part}`)}</span>
              </>
            ),
            carried: [name, serial].filter(Boolean).join(" · "),
          }))}
          chosen={tickedIds(values, "assetIds", assets)}
          none={t("contracts:cover.noAssets")}
          error={errors?.assetIds}
        />
      </fieldset>
    </>
  );
}

const plainAsset = ({ id, name }: Named): CoveredAsset => ({ id, name, serial: "", organization: null });
