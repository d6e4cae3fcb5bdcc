import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** The list of addresses that get no mail is the administrators' business; the product itself may as well. */
export function assertKeepsSuppressions(actor: Actor): void {
  if (actor.kind === "system" || (actor.kind === "person" && actor.role === "administrator")) return;
  throw forbidden();
}
