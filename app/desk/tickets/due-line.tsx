import type { TicketState } from "~/domain/tickets/states";
import type { StatusRef, TicketDue } from "~/domain/tickets/views";
import { useI18n } from "~/i18n/use-t";
import { dueText } from "./due-text";

type Props = { ticket: TicketDue & { state: TicketState; status: StatusRef }; /** milliseconds */ now: number };

/** What is due next on a ticket, and why nobody has it; nothing when it has no clock and somebody. */
export function DueLine({ ticket, now }: Props) {
  const reader = useI18n();
  const { t } = reader;
  const due = dueText({ ...ticket, state: ticket.status.name ?? t(`tickets:state.${ticket.state}`) }, now, reader);
  const { waitReason } = ticket;
  return (
    <>
      {due ? (
        <span className={`due ${due.tone}`} suppressHydrationWarning>
          {due.text}
        </span>
      ) : null}
      {/* In a queue that is worked by hand, nobody having it says nothing beside a due time. */}
      {waitReason && !(due && waitReason === "manual") ? (
        <span className="due n">{t(`sla:due.wait.${waitReason}`)}</span>
      ) : null}
    </>
  );
}

/** Whether `DueLine` has anything to say. */
export const saysDue = ({ dueAt, clockPaused, waitReason }: TicketDue): boolean =>
  dueAt !== null || clockPaused || waitReason !== null;
