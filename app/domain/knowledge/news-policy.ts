import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** Editors and administrators write news; other staff read them. */
export const mayWriteNews = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "person" && (actor.role === "editor" || actor.role === "administrator"));

export function assertWritesNews(actor: Actor): void {
  if (!mayWriteNews(actor)) throw forbidden();
}
