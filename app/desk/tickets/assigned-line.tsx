import type { EventView } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";

type Props = { event: EventView; number: number; me: string };

/** Who got the ticket, or lost it, and in a few words why; a decision of the engine leads to its explanation. */
export function AssignedLine({ event, number, me }: Props) {
  const { t, locale } = useI18n();
  const { data, names } = event;
  const reason = String(data.reason);
  const from = names[String(data.from)] ?? t("routing:assign.somebody");
  const to = data.to === me ? t("routing:assign.you") : (names[String(data.to)] ?? t("routing:assign.somebody"));
  if (reason === "pulled" || (reason === "manual" && data.to)) return <>{t(`desk:event.assigned.${reason}`, { to })}</>;
  if (!data.to) {
    const told = ["idle", "handed_over", "not_there", "routed_again", "queue_changed"].includes(reason);
    return <>{told ? t(`routing:assign.back.${reason}`, { from }) : t("desk:event.unassigned")}</>;
  }
  if (reason === "handed_over") return <>{t("routing:assign.event.handedOver", { to, from })}</>;
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
      {t("routing:assign.event.auto", { to, why: list })}
      {typeof data.decisionId === "string" ? (
        <>
          {". "}
          <a href={`${paths.desk.ticketPart(number, "why")}#d-${data.decisionId}`}>{t("routing:assign.why")}</a>
        </>
      ) : null}
    </>
  );
}
