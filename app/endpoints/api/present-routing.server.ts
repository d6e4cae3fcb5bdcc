import type { z } from "zod";
import type { AssignmentView, RoutingView, RulesView } from "~/domain/tickets/routing-views";
import type * as schemas from "./routing-schemas";

type Routing = z.input<typeof schemas.routing>;

/** The decisions about a ticket as the API says them. */
export const presentRouting = ({ ticket, decisions, names }: RoutingView): Routing => {
  const { assignee, queue, method, waitReason } = ticket;
  return { assignee, queue, method, waitReason, decisions: decisions.map(presentDecision), names };
};

function presentDecision(decision: AssignmentView | RulesView): Routing["decisions"][number] {
  const at = decision.at.toISOString();
  if (decision.kind === "rules") return { ...decision, at };
  const candidates = decision.candidates.map(({ lastAssignedAt, ...candidate }) => ({
    ...candidate,
    lastAssignedAt: lastAssignedAt?.toISOString() ?? null,
  }));
  return { ...decision, at, candidates };
}
