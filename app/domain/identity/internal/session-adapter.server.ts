import { createHash } from "node:crypto";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import type { Role } from "~/platform/ctx.server";
import { clock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import type { SessionPerson } from "../session-person";
import { PERSON_FACTS, PERSON_FACTS_JOINS } from "./person-facts";

/** What the database knows a session by: it never holds a cookie that could be used. */
export const hashSessionId = (id: string) => createHash("sha256").update(id).digest("hex");

type Row = {
  person_id: string;
  expires_at: Date;
  last_seen_at: Date;
  name: string;
  email: string | null;
  role: Role;
  locale: string | null;
  time_zone: string | null;
  theme: string | null;
  shortcuts: boolean;
  organization_id: string | null;
  shared_organization_id: string | null;
  queue_ids: string[];
};

/** How exactly the list of sessions knows when each was used last. */
const SEEN_EVERY_MS = 10 * 60_000;

// One round trip for everything a request must know of its person.
const LOAD = `
  select s.person_id, s.expires_at, s.last_seen_at, p.name, p.locale, p.time_zone, p.theme, p.shortcuts,
    (select e.address from email_address e where e.person_id = p.id and e."primary") as email,
    c.organization_id, ${PERSON_FACTS}
  from session s
  join person p on p.id = s.person_id and p.deactivated_at is null ${PERSON_FACTS_JOINS}
  where s.id = $1`;

/** Lucia's storage over our tables. Only the SHA-256 of a session id is kept. */
export class SessionAdapter implements Adapter {
  async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const { rows } = await database().pool.query<Row>({
      name: "load-session",
      text: LOAD,
      values: [hashSessionId(id)],
    });
    const row = rows[0];
    if (!row) return [null, null];
    const now = clock.now();
    if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS)
      await database().prisma.session.updateMany({ where: { id: hashSessionId(id) }, data: { lastSeenAt: now } });
    const person: SessionPerson = {
      id: row.person_id,
      name: row.name,
      email: row.email ?? "",
      role: row.role,
      locale: row.locale,
      timeZone: row.time_zone,
      theme: row.theme,
      shortcuts: row.shortcuts,
      organizationId: row.organization_id,
      sharedOrganizationId: row.shared_organization_id,
      queueIds: row.queue_ids,
    };
    return [
      { id, userId: row.person_id, expiresAt: row.expires_at, attributes: { ip: "", userAgent: "" } },
      { id: row.person_id, attributes: person },
    ];
  }

  async getUserSessions(personId: string): Promise<DatabaseSession[]> {
    const rows = await database().prisma.session.findMany({ where: { personId } });
    return rows.map(({ id, ip, userAgent, expiresAt }) => ({
      id,
      userId: personId,
      expiresAt,
      attributes: { ip, userAgent },
    }));
  }

  async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
    const now = clock.now();
    await database().prisma.session.create({
      data: { id: hashSessionId(id), personId: userId, expiresAt, createdAt: now, lastSeenAt: now, ...attributes },
    });
  }

  async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
    await database().prisma.session.updateMany({ where: { id: hashSessionId(id) }, data: { expiresAt } });
  }

  async deleteSession(id: string): Promise<void> {
    await database().prisma.session.deleteMany({ where: { id: hashSessionId(id) } });
  }

  async deleteUserSessions(personId: string): Promise<void> {
    await database().prisma.session.deleteMany({ where: { personId } });
  }

  async deleteExpiredSessions(): Promise<void> {
    await database().prisma.session.deleteMany({ where: { expiresAt: { lte: clock.now() } } });
  }
}
