import { Chip, type Tone } from "~/components/ui/chip";
import type { PortalState, TicketState } from "~/domain/tickets/states";
import { useT } from "~/i18n/use-t";

const TONES: Record<TicketState, Tone> = {
  new: "brand",
  open: "info",
  waiting_customer: "warn",
  waiting_third: "warn",
  snoozed: "neutral",
  solved: "ok",
  closed: "neutral",
};
const PORTAL_TONES: Record<PortalState, Tone> = {
  received: "neutral",
  in_progress: "info",
  waiting_for_you: "warn",
  solved: "ok",
  closed: "neutral",
};

/** A ticket's status in the desk's words. */
export function StateChip({ state, name }: { state: TicketState; name?: string | null }) {
  const t = useT();
  return <Chip tone={TONES[state]}>{name ?? t(`tickets:state.${state}`)}</Chip>;
}

/** A ticket's status in the customer's words. */
export function PortalStateChip({ state, name }: { state: PortalState; name?: string | null }) {
  const t = useT();
  return <Chip tone={PORTAL_TONES[state]}>{name ?? t(`tickets:portal.${state}`)}</Chip>;
}
