import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button } from "~/components/ui/button";
import { Meter } from "~/components/ui/meter";
import type { ImportView } from "~/domain/knowledge/transfer/get-import.server";
import type { ReportCounts } from "~/domain/knowledge/transfer/import-report";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { NoteText } from "./report-table";

type Props = {
  view: Pick<ImportView, "id" | "state" | "waiting" | "done" | "total" | "problem">;
  counts: ReportCounts | null;
};

/** Where an import stands, and the next step. */
export function ImportBanner({ view, counts }: Props) {
  const t = useT();
  if (view.state === "checking" || view.state === "importing") return <Working view={view} />;
  if (view.state === "failed")
    return (
      <Banner tone="danger" title={t("transfer:report.failed")}>
        <p>{view.problem ? <NoteText note={view.problem} /> : null}</p>
        <p>{t("transfer:report.failedText")}</p>
      </Banner>
    );
  const taken = (counts?.new ?? 0) + (counts?.changed ?? 0);
  const errors = counts?.error ? <p>{t("transfer:report.withErrors", { count: counts.error })}</p> : null;
  if (view.state === "done")
    return (
      <Banner tone={counts?.error ? "warn" : "ok"} title={t("transfer:report.done")}>
        <p>{t("transfer:report.doneText", { count: taken })}</p>
        {errors}
      </Banner>
    );
  if (!taken)
    return (
      <Banner tone={counts?.error ? "warn" : "info"} title={t("transfer:report.nothing")}>
        <p>{t("transfer:report.nothingText")}</p>
        {errors}
      </Banner>
    );
  if (!view.waiting)
    return (
      <Banner tone="warn" title={t("transfer:report.gone")}>
        <p>{t("transfer:report.goneText")}</p>
      </Banner>
    );
  return (
    <Banner
      tone="note"
      title={t("transfer:report.ready")}
      action={
        <Form method="post" action={paths.desk.knowledge(`transfer/${view.id}/start`)}>
          <Button variant="primary">{t("transfer:report.start", { count: taken })}</Button>
        </Form>
      }
    >
      <p>{t("transfer:report.readyText")}</p>
      {errors}
    </Banner>
  );
}

/** The page looks again by itself; without JavaScript by a link. */
function Working({ view: { id, state, done, total } }: Pick<Props, "view">) {
  const t = useT();
  const checking = state === "checking";
  const said = checking
    ? t("transfer:report.checking")
    : total
      ? t("transfer:report.importing", { done, total })
      : t("transfer:report.importingStart");
  return (
    <Banner
      tone="info"
      role="status"
      title={said}
      action={
        <noscript>
          <a className="btn" href={paths.desk.knowledge(`transfer/${id}`)}>
            {t("transfer:report.refresh")}
          </a>
        </noscript>
      }
    >
      {checking || !total ? null : (
        <div className="my-2 max-w-md">
          <Meter value={done} max={total} tone="brand" />
        </div>
      )}
      <p>{t("transfer:report.leave")}</p>
    </Banner>
  );
}
