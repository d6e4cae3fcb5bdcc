import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** What signs the company's mail is the administrators' business. */
export function assertKeepsKeys(actor: Actor): void {
  if (actor.kind === "system" || (actor.kind === "person" && actor.role === "administrator")) return;
  throw forbidden();
}
