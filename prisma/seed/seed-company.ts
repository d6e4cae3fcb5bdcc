import { hashNewPassword } from "~/domain/identity/hash-new-password.server";
import { newId } from "~/lib/id";
import { config } from "~/platform/config.server";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { DEMO_PASSWORD } from "./accounts";
import { organizations, queues, requestTypes } from "./company";
import { people } from "./people";

/** The ids of what was made, by the keys of the stories. */
export type SeededCompany = {
  people: Map<string, string>;
  organizations: Map<string, string>;
  queues: Map<string, string>;
  types: Map<string, string>;
  actors: Map<string, Actor>;
};

const YEAR_MS = 365 * 24 * 3_600_000;

/** Writes company, people, organizations, queues and request types. */
export async function seedCompany(ctx: Ctx): Promise<SeededCompany> {
  const createdAt = new Date(ctx.now.getTime() - YEAR_MS);
  const organizationIds = new Map(organizations.map(({ key }) => [key, newId()]));
  const made: SeededCompany = {
    people: new Map(),
    organizations: organizationIds,
    queues: new Map(),
    types: new Map(),
    actors: new Map(),
  };
  for (const person of people) made.people.set(person.key, newId());

  await ctx.db.setting.create({
    data: {
      key: "company",
      value: {
        name: "Northwind",
        hours: "Mon–Fri 08:00–18:00 (Rome)",
        phone: "+39 011 555 0100",
        email: mailbox("support@"),
        timeZone: "Europe/Rome",
      },
      updatedAt: ctx.now,
    },
  });
  await ctx.db.organization.createMany({
    data: organizations.map(({ key, ...o }) => ({ id: idOf(organizationIds, key), ...o, createdAt })),
  });
  await seedPeople(ctx, made, organizationIds, createdAt);
  await seedQueues(ctx, made);
  for (const person of people) made.actors.set(person.key, actorOf(person, made, organizationIds));
  return made;
}

async function seedPeople(
  ctx: Ctx,
  made: SeededCompany,
  organizationIds: Map<string, string>,
  createdAt: Date,
): Promise<void> {
  const { passwordHash } = await hashNewPassword(DEMO_PASSWORD);
  const ids = people.map((person) => ({ person, personId: idOf(made.people, person.key) }));
  await ctx.db.person.createMany({
    data: ids.map(({ person: { name, role, locale, timeZone, signature = "" }, personId }) => ({
      id: personId,
      name,
      role,
      locale,
      timeZone,
      signature,
      createdAt,
    })),
  });
  await ctx.db.emailAddress.createMany({
    data: ids.map(({ person, personId }) => ({
      id: newId(),
      personId,
      address: person.email,
      verifiedAt: createdAt,
      createdAt,
    })),
  });
  await ctx.db.credential.createMany({
    data: ids.map(({ personId }) => ({ personId, passwordHash, changedAt: createdAt })),
  });
  await ctx.db.contact.createMany({
    data: ids
      .filter(({ person }) => person.role === "customer")
      .map(({ person: { organization, sharing, phone = "" }, personId }) => ({
        personId,
        organizationId: organization ? idOf(organizationIds, organization) : null,
        sharing,
        phone,
      })),
  });
}

async function seedQueues(ctx: Ctx, made: SeededCompany): Promise<void> {
  for (const [position, queue] of queues.entries()) {
    const { key, name, sendMode, locale } = queue;
    const id = newId();
    made.queues.set(key, id);
    await ctx.db.queue.create({
      data: {
        id,
        name,
        position: position + 1,
        sendMode,
        locale,
        addresses: {
          createMany: {
            data: queue.addresses.map((local, i) => ({
              address: mailbox(local),
              name: `Northwind ${name}`,
              primary: i === 0,
            })),
          },
        },
        members: { createMany: { data: queue.members.map((member) => ({ personId: idOf(made.people, member) })) } },
      },
    });
  }
  for (const [position, { key, queue, priority, name, hint }] of requestTypes.entries()) {
    const id = newId();
    made.types.set(key, id);
    await ctx.db.requestType.create({
      data: { id, queueId: idOf(made.queues, queue), priority, name, hint, position: position + 1 },
    });
  }
}

/** From now on queues hand out their tickets as they are set to; the stories had named their agents. */
export async function openQueues(ctx: Ctx, made: SeededCompany): Promise<void> {
  for (const { key, assignment } of queues)
    await ctx.db.queue.update({ where: { id: idOf(made.queues, key) }, data: { assignment } });
}

function actorOf(
  { key, role, organization, sharing }: (typeof people)[number],
  made: SeededCompany,
  organizationIds: Map<string, string>,
): Actor {
  const shared = sharing ?? organizations.find((o) => o.key === organization)?.sharing;
  return {
    kind: "person",
    personId: idOf(made.people, key),
    role,
    sharedOrganizationId: organization && shared === "organization" ? idOf(organizationIds, organization) : null,
    queueIds: role === "customer" ? [] : [...made.queues.values()],
  };
}

/** An address at the installation's mail domain. */
const mailbox = (local: string): string => `${local}${config().mail.domain}`;

/** The id behind a key; a story that names nobody is a mistake in the seed. */
export function idOf(ids: Map<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the seed names ${key}, whom it did not make`);
  return id;
}
