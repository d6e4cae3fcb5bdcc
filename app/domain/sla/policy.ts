import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** Policies and contracts are the administrators' business; the product's own seed and jobs may as well. */
export function assertAdministers(actor: Actor): void {
  if (actor.kind === "system" || (actor.kind === "person" && actor.role === "administrator")) return;
  throw forbidden();
}
