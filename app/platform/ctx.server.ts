import { newId } from "~/lib/id";
import { clock } from "./clock.server";
import { database, type Db } from "./db.server";

export type Role = "customer" | "agent" | "editor" | "administrator";
export type Locale = "en" | "it" | "ro" | "ru";

/** A signed-in person, with the facts that visibility and policy read. */
export type PersonActor = {
  kind: "person";
  personId: string;
  role: Role;
  /** The customer's organization, set only when its tickets are shared with this person. */
  sharedOrganizationId: string | null;
  /** Queues the agent is a member of. */
  queueIds: string[];
};

/** Who acts: a person, the product itself, an automation rule, or somebody not signed in. */
export type Actor = PersonActor | { kind: "system" } | { kind: "rule"; id: string } | { kind: "anonymous" };

/** What a transaction gathers until it commits. */
export type Pending = {
  eventIds: string[];
  topics: Set<string>;
  /** What the search index must read again, as `kind:id`. */
  changed: Set<string>;
};

/** First argument of every command and query. `now` is the one present instant of the act. */
export type Ctx = {
  actor: Actor;
  now: Date;
  db: Db;
  /** Set inside `inTransaction` only. */
  pending?: Pending;
  locale: Locale;
  timeZone: string;
  ip: string;
  requestId: string;
};

/** The product's own context, for jobs, mail and start-up. */
export function systemCtx(over: Partial<Ctx> = {}): Ctx {
  return {
    actor: { kind: "system" },
    now: clock.now(),
    db: database().prisma,
    locale: "en",
    timeZone: "UTC",
    ip: "",
    requestId: newId(),
    ...over,
  };
}

export const actorPersonId = (ctx: Ctx): string | null => (ctx.actor.kind === "person" ? ctx.actor.personId : null);
