import type { ReactNode } from "react";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { useT } from "~/i18n/use-t";

type Listed = { id: string; name: string; enabled: boolean };
type Props<R extends Listed> = {
  rules: readonly R[];
  /** What a rule asks and does. */
  says: (rule: R) => ReactNode;
};

/** The rules as one version says them. */
export function VersionRules<R extends Listed>({ rules, says }: Props<R>) {
  const t = useT();
  return (
    <Card padded>
      {rules.length === 0 ? <p className="muted">{t("routing:rules.none")}</p> : null}
      <ol className="grid gap-4">
        {rules.map((rule, place) => (
          <li key={rule.id}>
            <p>
              <span className="num muted">{place + 1}</span>{" "}
              <bdi className="font-semibold wrap-anywhere">{rule.name}</bdi>{" "}
              {rule.enabled ? null : <Chip>{t("routing:rules.off")}</Chip>}
            </p>
            {says(rule)}
          </li>
        ))}
      </ol>
    </Card>
  );
}
