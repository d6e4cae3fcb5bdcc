import { Button } from "~/components/ui/button";
import { TextInput } from "~/components/ui/text-input";
import { classNames } from "~/components/ui/class-names";
import { useT } from "~/i18n/use-t";
import { carriedNames, distinct, type Named, tickedIds, type Values } from "./carried-picks";
import { Picks } from "./picks";

type Props = {
  label: string;
  hint?: string;
  searchHint?: string;
  none?: string;
  className?: string;
  /** Those that are saved. */
  organizations: readonly Named[];
  /** What the last search by name answered; undefined before one. */
  found: readonly Named[] | undefined;
  values: Values;
  error: string | undefined;
};

/** Organizations to choose. Searching one sends the form with `find` to be shown again as it is, also without a script. */
export function OrganizationPicks(props: Props) {
  const { label, hint, searchHint, none, className, organizations, found, values, error } = props;
  const t = useT();
  const chosen = tickedIds(values, "organizationIds", organizations);
  const offered = distinct([...organizations, ...carriedNames(values, "organization"), ...(found ?? [])]);
  return (
    <fieldset className={classNames("fl", className)}>
      <legend>{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      <Picks
        name="organizationIds"
        kind="organization"
        picks={offered.map(({ id, name }) => ({ id, label: <bdi>{name}</bdi>, carried: name }))}
        chosen={chosen}
        none={none}
        error={error}
      />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-52">
          <TextInput
            name="q"
            id="f-find"
            type="search"
            label={t("desk:organizations.find")}
            hint={searchHint}
            defaultValue={values?.q}
            autoComplete="off"
          />
        </div>
        <Button name="find" value="yes" formNoValidate>
          {t("common:search")}
        </Button>
      </div>
      {found && values?.q && found.every(({ id }) => chosen.has(id)) ? (
        <p className="muted small" role="status">
          {t("desk:organizations.noneFound")}
        </p>
      ) : null}
    </fieldset>
  );
}
