import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { paths } from "~/http/paths";
import { formatInstant } from "~/i18n/format";
import { useI18n, useT } from "~/i18n/use-t";

type Typed = { firstDay: string; fromTime: string | null; lastDay: string; untilTime: string | null };
type Absence = { id: string; typed: Typed; standIn: { name: string } | null; note: string };

/** Planned times out of office, soonest first, and the way to plan another. */
export function AbsenceCard({ personId, absences }: { personId: string; absences: readonly Absence[] }) {
  const t = useT();
  return (
    <Card
      id="absences"
      title={t("agents:absence.title")}
      actions={
        <LinkButton size="sm" href={paths.desk.agent(personId, "absences/new")}>
          {t("agents:absence.new")}
        </LinkButton>
      }
    >
      {absences.length ? (
        <ul className="divide-y divide-line">
          {absences.map((absence) => (
            <li key={absence.id} className="px-(--pad) py-3">
              <a href={paths.desk.agent(personId, `absences/${absence.id}`)}>
                <Period typed={absence.typed} />
              </a>
              <p className="muted small wrap-anywhere">
                {absence.standIn
                  ? t("agents:absence.standsIn", { name: absence.standIn.name })
                  : t("agents:absence.noStandIn")}
                {absence.note ? <> · {absence.note}</> : null}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted small p-(--pad)">{t("agents:absence.none")}</p>
      )}
    </Card>
  );
}

/** "24 Dec 2026 – 6 Jan 2027", with times where days are not whole. */
function Period({ typed: { firstDay, fromTime, lastDay, untilTime } }: { typed: Typed }) {
  const { locale } = useI18n();
  const date = (day: string) => formatInstant(new Date(`${day}T12:00:00Z`), "date", locale, "UTC");
  const from = [date(firstDay), fromTime].filter(Boolean).join(", ");
  const until = firstDay === lastDay ? untilTime : [date(lastDay), untilTime].filter(Boolean).join(", ");
  return (
    <span className="num" suppressHydrationWarning>
      {until ? `${from} – ${until}` : from}
    </span>
  );
}
