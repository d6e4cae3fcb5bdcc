import { Card } from "~/components/ui/card";
import type { CalendarUse } from "~/domain/calendars/calendar-use";
import { useT } from "~/i18n/use-t";

type Props = { uses: readonly CalendarUse[]; isDefault: boolean };

const KINDS = ["policy", "team", "agent"] as const;

/** Where a calendar is used: it cannot be archived while it is. */
export function UsesCard({ uses, isDefault }: Props) {
  const t = useT();
  const byKind = KINDS.map((kind) => ({ kind, those: uses.filter((use) => use.kind === kind) }));
  return (
    <Card padded id="uses" title={t("calendars:uses.title")}>
      {isDefault ? <p className="small mb-2">{t("calendars:uses.default")}</p> : null}
      {uses.length === 0 && !isDefault ? <p className="muted small">{t("calendars:uses.none")}</p> : null}
      {byKind.map(({ kind, those }) =>
        those.length === 0 ? null : (
          <div key={kind} className="mb-2">
            <h3 className="muted small font-medium">{t(`calendars:uses.${kind}`)}</h3>
            <ul className="small max-h-48 overflow-auto">
              {those.map(({ id, name }) => (
                <li key={id} className="wrap-anywhere">
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
      {uses.some(({ kind }) => kind === "rules") ? <p className="small">{t("calendars:uses.rules")}</p> : null}
    </Card>
  );
}
