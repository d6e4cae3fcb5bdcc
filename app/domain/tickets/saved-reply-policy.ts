import type { PersonActor } from "~/platform/ctx.server";

/** Personal replies are changed by their owner, shared ones by administrators. */
export const mayChangeReply = (actor: PersonActor, ownerId: string | null): boolean =>
  ownerId === null ? actor.role === "administrator" : ownerId === actor.personId;
