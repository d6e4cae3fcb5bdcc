import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

/** What readers asked and said is for who works at the desk. */
export function assertStaff(actor: Actor): void {
  if (actor.kind === "system" || (actor.kind === "person" && actor.role !== "customer")) return;
  throw forbidden();
}

/** What was typed into searches may name people: editors and administrators alone read it line by line. */
export function assertReadsSearches(actor: Actor): void {
  if (actor.kind === "system") return;
  if (actor.kind === "person" && (actor.role === "editor" || actor.role === "administrator")) return;
  throw forbidden();
}
