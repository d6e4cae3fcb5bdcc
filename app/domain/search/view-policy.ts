import { isStaff } from "~/domain/identity/session-person";
import { forbidden } from "~/lib/errors";
import type { Actor, PersonActor } from "~/platform/ctx.server";

/** What the rules look at. */
export type PolicyView = { ownerId: string; shared: boolean };

/** A person who works at the desk; others are refused with 403. */
export function requireStaffActor(actor: Actor): PersonActor {
  if (actor.kind !== "person" || !isStaff(actor.role)) throw forbidden();
  return actor;
}

/** Agents and administrators show a search to all; editors keep theirs to themselves. */
export const mayShareView = (actor: Actor): boolean =>
  actor.kind === "person" && (actor.role === "agent" || actor.role === "administrator");

/** Its owner names and deletes a view; administrators do so with those that all see. */
export const mayChangeView = (actor: Actor, { ownerId, shared }: PolicyView): boolean =>
  actor.kind === "person" &&
  isStaff(actor.role) &&
  (ownerId === actor.personId || (shared && actor.role === "administrator"));

/** The index, its words and its figures are the administrators' business. */
export function requireAdministratorActor(actor: Actor): PersonActor {
  if (actor.kind !== "person" || actor.role !== "administrator") throw forbidden();
  return actor;
}
