import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";

type Named = { id: string; name: string };
type Props = {
  /** Who may read it now. */
  organizations: readonly Named[];
  hint: string;
  /** What the last search by name answered; undefined before one. */
  found: readonly Named[] | undefined;
  values: Record<string, string> | undefined;
  error: string | undefined;
};

/** The organizations that may read something. Searching one sends the form with `find` to be shown again as it is. */
export function OrganizationPicks({ organizations, hint, found, values, error }: Props) {
  const t = useT();
  const chosen = new Set(values ? (values.organizationIds ?? "").split(",") : organizations.map(({ id }) => id));
  const offered = new Map([...organizations, ...named(values), ...(found ?? [])].map((each) => [each.id, each]));
  return (
    <fieldset className="fl organization-picks">
      <legend>{t("knowledge:field.organizations")}</legend>
      <p className="hint">{hint}</p>
      <div className="picks">
        {[...offered.values()].map(({ id, name }) => (
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
      </div>
      <FieldError id="f-organizationIds" error={error} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-52">
          <TextInput
            name="q"
            id="f-find"
            type="search"
            label={t("knowledge:settings.find")}
            defaultValue={values?.q}
            autoComplete="off"
          />
        </div>
        <Button name="find" value="yes" formNoValidate>
          {t("common:search")}
        </Button>
      </div>
      {found && found.length === 0 ? (
        <p className="muted small" role="status">
          {t("knowledge:settings.notFound")}
        </p>
      ) : null}
    </fieldset>
  );
}

/** Names that the form itself carries, so that what was found stays readable when the form comes back. */
const named = (values: Props["values"]): Named[] =>
  Object.entries(values ?? {}).flatMap(([field, name]) =>
    field.startsWith("organization.") ? [{ id: field.slice("organization.".length), name }] : [],
  );
