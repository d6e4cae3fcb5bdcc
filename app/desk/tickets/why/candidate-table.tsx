import { Chip } from "~/components/ui/chip";
import { type Column, Table } from "~/components/ui/table";
import type { AssignmentView, CandidateView } from "~/domain/tickets/routing-views";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

/** Everybody considered: the chosen one, who could have had it, then the others with what left them out. */
export function CandidateTable({ decision }: { decision: AssignmentView }) {
  const t = useT();
  const asksFit = decision.languageFit !== "ignore" || (decision.region !== "" && decision.regionFit !== "ignore");
  // Who was not on duty was asked nothing more.
  const asked = decision.candidates.some(({ load }) => load !== null);
  const columns: (Column<CandidateView> | false)[] = [
    {
      label: t("routing:why.candidate"),
      heading: true,
      cell: ({ name, standsInFor }) => (
        <>
          <bdi>{name || t("routing:why.gone")}</bdi>
          {standsInFor.length ? (
            <span className="muted xs"> {t("routing:why.standsInFor", { names: standsInFor.join(", ") })}</span>
          ) : null}
        </>
      ),
    },
    { label: t("routing:why.outcome"), cell: (candidate) => <Outcome candidate={candidate} /> },
    asked && {
      label: t("routing:why.places"),
      end: true,
      cell: ({ load, capacity }) =>
        load === null || capacity === null ? "" : t("routing:why.placesOf", { load, capacity }),
    },
    asked &&
      decision.skills.length > 0 && { label: t("routing:why.score"), end: true, cell: ({ score }) => score ?? "" },
    asksFit && { label: t("routing:why.fits"), cell: (candidate) => fits(candidate) },
    asked && {
      label: t("routing:why.turn"),
      end: true,
      cell: ({ lastAssignedAt, load }) =>
        lastAssignedAt ? (
          <TimeText at={lastAssignedAt} style="dateTime" />
        ) : load === null ? (
          ""
        ) : (
          t("routing:why.never")
        ),
    },
  ];
  return (
    <Table
      caption={t("routing:why.candidates")}
      columns={columns.filter((column) => column !== false)}
      rows={decision.candidates}
      rowKey={({ personId }) => personId}
    />
  );

  function fits({ speaks, inRegion }: CandidateView): string {
    return [
      speaks && decision.languageFit !== "ignore" ? t("routing:why.fits.language") : "",
      inRegion && decision.region && decision.regionFit !== "ignore" ? t("routing:why.fits.region") : "",
    ]
      .filter(Boolean)
      .join(", ");
  }
}

function Outcome({ candidate: { chosen, leftOut } }: { candidate: CandidateView }) {
  const t = useT();
  if (chosen) return <Chip tone="ok">{t("routing:why.chosen")}</Chip>;
  return (
    <span className={leftOut ? "muted" : undefined}>
      {t(leftOut ? `routing:why.leftOut.${leftOut}` : "routing:why.couldHave")}
    </span>
  );
}
