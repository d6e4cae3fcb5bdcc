import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { TextInput } from "~/components/ui/text-input";
import type { CoveredAsset } from "~/domain/sla/contract-views";
import type { CoverChoices } from "~/domain/sla/list-cover-choices.server";
import { useT } from "~/i18n/use-t";

type Named = { id: string; name: string };
type Props = {
  organizations: readonly Named[];
  assets: readonly CoveredAsset[];
  /** what the search found, with the assets of the organizations that were ticked */
  found: CoverChoices | undefined;
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** Whom and what a contract covers. Searching sends the form to be shown again, so that it works without script. */
export function CoverFields({ organizations, assets, found, values, errors }: Props) {
  const t = useT();
  const ticked = (name: string, saved: readonly { id: string }[]) =>
    new Set(values ? (values[name] ?? "").split(",") : saved.map(({ id }) => id));
  const chosen = ticked("organizationIds", organizations);
  const covered = ticked("assetIds", assets);
  const offered = distinct([...organizations, ...labelled(values, "organization"), ...(found?.organizations ?? [])]);
  const products = distinct([...assets, ...labelled(values, "asset").map(plainAsset), ...(found?.assets ?? [])]);
  return (
    <>
      <fieldset className="fl">
        <legend>{t("contracts:cover.organizations")}</legend>
        <div className="picks">
          {offered.map(({ id, name }) => (
            <div key={id}>
              <Checkbox
                id={`organization-${id}`}
                name="organizationIds"
                value={id}
                defaultChecked={chosen.has(id)}
                label={<bdi className="wrap-anywhere">{name}</bdi>}
              />
              <input type="hidden" name={`organization.${id}`} value={name} />
            </div>
          ))}
          {offered.length ? null : <p className="muted small">{t("contracts:cover.nobody")}</p>}
        </div>
        <FieldError id="f-organizationIds" error={errors?.organizationIds} />
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-52">
            <TextInput
              name="q"
              id="f-find"
              type="search"
              label={t("contracts:cover.search")}
              hint={t("contracts:cover.searchHint")}
              defaultValue={values?.q}
              autoComplete="off"
            />
          </div>
          <Button name="find" value="yes" formNoValidate>
            {t("common:search")}
          </Button>
        </div>
        {found && values?.q && found.organizations.every(({ id }) => chosen.has(id)) ? (
          <p className="muted small" role="status">
            {t("contracts:cover.notFound")}
          </p>
        ) : null}
      </fieldset>
      <fieldset className="fl">
        <legend>{t("contracts:cover.assets")}</legend>
        <p className="hint">{t("contracts:cover.assetsHint")}</p>
        <div className="picks">
          {products.map(({ id, name, serial, organization }) => (
            <div key={id}>
              <Checkbox
                id={`asset-${id}`}
                name="assetIds"
                value={id}
                defaultChecked={covered.has(id)}
                label={
                  <span className="wrap-anywhere">
                    <bdi>{name}</bdi>
                    <span className="muted">{[serial, organization].filter(Boolean).map((part) => ` · ${part}`)}</span>
                  </span>
                }
              />
              <input type="hidden" name={`asset.${id}`} value={[name, serial].filter(Boolean).join(" · ")} />
            </div>
          ))}
          {products.length ? null : <p className="muted small">{t("contracts:cover.noAssets")}</p>}
        </div>
        <FieldError id="f-assetIds" error={errors?.assetIds} />
      </fieldset>
    </>
  );
}

/** Names that the form itself carries, so that what was found stays readable when the form is refused. */
const labelled = (values: Props["values"], kind: string): Named[] =>
  Object.entries(values ?? {}).flatMap(([field, name]) =>
    field.startsWith(`${kind}.`) ? [{ id: field.slice(kind.length + 1), name }] : [],
  );

const plainAsset = ({ id, name }: Named): CoveredAsset => ({ id, name, serial: "", organization: null });

function distinct<T extends { id: string }>(list: readonly T[]): T[] {
  return [...new Map(list.toReversed().map((item) => [item.id, item])).values()].toReversed();
}
