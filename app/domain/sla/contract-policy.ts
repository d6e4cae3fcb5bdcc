import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** Staff read contracts; customers and strangers do not. */
export function assertReadsContracts(actor: Actor): void {
  if (actor.kind === "system" || actor.kind === "rule") return;
  if (actor.kind !== "person" || actor.role === "customer") throw forbidden();
}
