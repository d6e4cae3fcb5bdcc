import { requireStaffActor } from "~/domain/tickets/policy";
import type { Actor } from "~/platform/ctx.server";

/** The queues whose mail the actor sees in lists; null is all of them, mail to no queue included. */
export function mailQueues(actor: Actor): string[] | null {
  if (actor.kind === "system" || actor.kind === "rule") return null;
  const { role, queueIds } = requireStaffActor(actor);
  return role === "administrator" ? null : queueIds;
}
