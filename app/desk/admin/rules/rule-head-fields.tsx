import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";

type Props = {
  draft: { name: string; place: string; enabled: boolean };
  /** Names of the rules in their order, this one among them. */
  order: readonly string[];
  errors: Record<string, string> | undefined;
};

/** A rule's name, its place in the list, and whether it is on. */
export function RuleHeadFields({ draft, order, errors }: Props) {
  const t = useT();
  return (
    <Card padded>
      <div className="form">
        <div className="two">
          <TextInput
            name="name"
            label={t("routing:rules.name")}
            defaultValue={draft.name}
            error={errors?.name}
            required
            maxLength={80}
            autoComplete="off"
          />
          <Select
            name="place"
            label={t("routing:rules.place")}
            defaultValue={draft.place}
            error={errors?.place}
            options={order.map((name, i) => ({
              value: String(i + 1),
              label: t("routing:rules.placeOf", { place: i + 1, name }),
            }))}
          />
        </div>
        <Checkbox name="enabled" value="yes" label={t("routing:rules.enabled")} defaultChecked={draft.enabled} />
      </div>
    </Card>
  );
}
