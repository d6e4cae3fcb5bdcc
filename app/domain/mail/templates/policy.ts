import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** The words of automatic mails are the administrators' business; the product's own seed may as well. */
export function assertWordsMails(actor: Actor): void {
  if (actor.kind === "system" || (actor.kind === "person" && actor.role === "administrator")) return;
  throw forbidden();
}
