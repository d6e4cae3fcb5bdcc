import type { EventView } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { Marked, marked } from "./marked";

type Props = { event: EventView; number: number; me: string };

/** Who got the ticket, or lost it, and in a few words why; a decision of the engine leads to its explanation. */
export function AssignedLine({ event, number, me }: Props) {
  const { t, locale } = useI18n();
  const { data, names } = event;
  const reason = String(data.reason);
  const from = names[String(data.from)] ?? t("routing:assign.somebody");
  const to = data.to === me ? t("routing:assign.you") : (names[String(data.to)] ?? t("routing:assign.somebody"));
  if (reason === "pulled" || (reason === "manual" && data.to))
    return <Marked>{t(`desk:event.assigned.${reason}`, { to: marked(to) })}</Marked>;
  if (!data.to) {
    const told = ["idle", "handed_over", "not_there", "routed_again", "queue_changed"].includes(reason);
    return <>{told ? t(`routing:assign.back.${reason}`, { from }) : t("desk:event.unassigned")}</>;
  }
  if (reason === "handed_over")
    return <Marked>{t("routing:assign.event.handedOver", { to: marked(to), from: marked(from) })}</Marked>;
  const why = [
    t(`routing:assign.by.${reason}`),
    typeof data.language === "string" ? t(`routing:assign.speaks.${data.language}`) : null,
    typeof data.load === "number" && typeof data.capacity === "number"
      ? t("routing:assign.places", { load: data.load, capacity: data.capacity })
      : null,
  ].filter((part) => part !== null);
  const list = new Intl.ListFormat(locale, { style: "narrow", type: "unit" }).format(why);
  return (
    <>
      <Marked>{t("routing:assign.event.auto", { to: marked(to), why: list })}</Marked>
      {typeof data.decisionId === "string" ? (
        <>
          {". "}
          <a href={`${paths.desk.ticketPart(number, "why")}#d-${data.decisionId}`}>{t("routing:assign.why")}</a>
        </>
      ) : null}
    </>
  );
}
