import { newId } from "~/lib/id";
import { clock } from "~/platform/clock.server";
import type { Ctx, Locale, PersonActor, Role } from "~/platform/ctx.server";
import { database, type Db } from "~/platform/db.server";

// The people, queues and request types that tests speak of. Ids are fixed, so that a failure can be read.

const id = (n: number) => `00000000-0000-7000-8000-0000000001${String(n).padStart(2, "0")}`;

/** Friday morning in Turin: the moment of the cast's story. */
export const STORY_TIME = "2026-11-20T10:54:00.000Z";
const BEFORE = new Date("2026-01-05T08:00:00.000Z");

export const organizations = {
  /** Its tickets are shared among its contacts, unless a contact says otherwise. */
  marchetti: { id: id(1), name: "Marchetti Impianti", domain: "marchetti.example", sharing: "organization" },
  tanaka: { id: id(2), name: "Tanaka Works", domain: "tanaka.example", sharing: "own" },
} as const;

export const queues = {
  repairs: { id: id(11), name: "Repairs", position: 1, address: "support@northwind.example" },
  billing: { id: id(12), name: "Billing", position: 2, address: "billing@northwind.example" },
} as const;

export const requestTypes = {
  damaged: {
    id: id(21),
    queueId: queues.repairs.id,
    priority: "high",
    name: { en: "Damaged goods", it: "Merce danneggiata", ro: "Marfă deteriorată", ru: "Повреждённый товар" },
  },
  invoice: {
    id: id(22),
    queueId: queues.billing.id,
    priority: "normal",
    name: { en: "Invoice", it: "Fattura", ro: "Factură", ru: "Счёт" },
  },
} as const;

type Member = {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  timeZone: string;
  organizationId?: string;
  sharing?: "own" | "organization";
  queueIds?: readonly string[];
};

export const cast = {
  /** Customer; sees her organization's tickets. */
  giulia: customer(31, "Giulia Marchetti", "giulia@marchetti.example", "it", organizations.marchetti.id),
  /** Customer of the same organization who sees only what he takes part in. */
  paolo: customer(32, "Paolo Ferri", "p.ferri@marchetti.example", "it", organizations.marchetti.id, "own"),
  /** Customer of another organization. */
  hana: customer(33, "Hana Tanaka", "hana@tanaka.example", "en", organizations.tanaka.id),
  /** Agent in both queues. */
  sara: staff(41, "Sara Bianchi", "sara@northwind.example", "agent", [queues.repairs.id, queues.billing.id]),
  /** Agent in Repairs. */
  elena: staff(42, "Elena Rossi", "elena@northwind.example", "agent", [queues.repairs.id]),
  /** Agent in Billing. */
  marco: staff(43, "Marco Conti", "marco@northwind.example", "agent", [queues.billing.id]),
  /** Administrator: works in every queue without being a member. */
  ada: staff(44, "Ada Novak", "ada@northwind.example", "administrator", [queues.repairs.id, queues.billing.id]),
} as const satisfies Record<string, Member>;

export type CastName = keyof typeof cast;

function customer(
  n: number,
  name: string,
  email: string,
  locale: Locale,
  organizationId: string,
  sharing?: Member["sharing"],
): Member {
  return { id: id(n), name, email, role: "customer", locale, timeZone: "Europe/Rome", organizationId, sharing };
}

function staff(n: number, name: string, email: string, role: Role, queueIds: readonly string[]): Member {
  return { id: id(n), name, email, role, locale: "en", timeZone: "Europe/Rome", queueIds };
}

/** What a request of this person would carry; `over` replaces parts. */
export function castCtx(name: CastName, over: Partial<Ctx> = {}): Ctx & { actor: PersonActor } {
  const member: Member = cast[name];
  return {
    now: clock.now(),
    db: database().prisma,
    locale: member.locale,
    timeZone: member.timeZone,
    ip: "192.0.2.1",
    requestId: newId(),
    ...over,
    actor: castActor(name),
  };
}

/** Sara, made an administrator beside Ada. */
export function otherAdministrator(): Ctx & { actor: PersonActor } {
  const ctx = castCtx("sara");
  return { ...ctx, actor: { ...ctx.actor, role: "administrator" } };
}

/** The actor a session of this person has. */
export function castActor(name: CastName): PersonActor {
  const member: Member = cast[name];
  const organization = Object.values(organizations).find((o) => o.id === member.organizationId);
  return {
    kind: "person",
    personId: member.id,
    role: member.role,
    sharedOrganizationId:
      organization && (member.sharing ?? organization.sharing) === "organization" ? organization.id : null,
    queueIds: [...(member.queueIds ?? [])],
  };
}

/** Writes the cast with its organizations, queues and request types into an empty database. */
export async function seedCast(db: Db = database().prisma): Promise<void> {
  const members: Member[] = Object.values(cast);
  await db.organization.createMany({ data: Object.values(organizations).map((o) => ({ ...o, createdAt: BEFORE })) });
  await db.queue.createMany({
    data: Object.values(queues).map(({ id, name, position }) => ({ id, name, position })),
  });
  await db.queueAddress.createMany({
    data: Object.values(queues).map((q) => ({ address: q.address, queueId: q.id, name: q.name, primary: true })),
  });
  await db.requestType.createMany({
    data: Object.values(requestTypes).map((type, i) => ({ ...type, hint: {}, position: i + 1 })),
  });
  await db.person.createMany({
    data: members.map(({ id, name, role, locale, timeZone }) => ({
      id,
      name,
      role,
      locale,
      timeZone,
      createdAt: BEFORE,
    })),
  });
  await db.emailAddress.createMany({
    data: members.map((m) => ({
      id: newId(),
      personId: m.id,
      address: m.email,
      verifiedAt: BEFORE,
      createdAt: BEFORE,
    })),
  });
  await db.contact.createMany({
    data: members
      .filter((m) => m.role === "customer")
      .map((m) => ({ personId: m.id, organizationId: m.organizationId, sharing: m.sharing, phone: "" })),
  });
  await db.agentProfile.createMany({
    data: members
      .filter((m) => m.role !== "customer")
      .map((m) => ({
        personId: m.id,
        presence: "available" as const,
        autoAway: false,
        presenceAt: BEFORE,
        seenAt: clock.now(),
      })),
  });
  await db.queueMember.createMany({
    data: members
      .filter((m) => m.role === "agent")
      .flatMap((m) => (m.queueIds ?? []).map((queueId) => ({ queueId, personId: m.id }))),
  });
}
