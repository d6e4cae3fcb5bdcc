import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** Administrators alone manage people; the product's own command line may as well. */
export function assertManagesPeople(actor: Actor): void {
  if (actor.kind === "system" || (actor.kind === "person" && actor.role === "administrator")) return;
  throw forbidden();
}

/** Everybody manages the own account, nobody another's. */
export function assertOwnAccount(actor: Actor, personId: string): void {
  if (actor.kind === "system" || (actor.kind === "person" && actor.personId === personId)) return;
  throw forbidden();
}
