import { clock } from "~/platform/clock.server";
import type { Locale, PersonActor, Role } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { PERSON_FACTS, PERSON_FACTS_JOINS } from "./internal/person-facts";
import { hashSecret } from "./internal/secrets.server";
import { isStaff } from "./session-person";

export type ApiTokenActor = {
  actor: PersonActor;
  tokenId: string;
  name: string;
  locale: Locale | null;
  timeZone: string | null;
};

type Row = {
  token_id: string;
  last_used_at: Date | null;
  person_id: string;
  name: string;
  locale: Locale | null;
  time_zone: string | null;
  role: Role;
  shared_organization_id: string | null;
  queue_ids: string[];
};

const USED_EVERY_MS = 60_000;

const LOAD = `
  select t.id as token_id, t.last_used_at, p.id as person_id, p.name, p.locale, p.time_zone, ${PERSON_FACTS}
  from api_token t
  join person p on p.id = t.person_id and p.deactivated_at is null ${PERSON_FACTS_JOINS}
  where t.hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2)`;

/** Whose bearer token this is, or null when it is unknown, revoked, expired or its person may not use one any more. */
export async function findApiTokenActor(bearer: string): Promise<ApiTokenActor | null> {
  if (!/^sp_[\w-]{43}$/.test(bearer)) return null;
  const now = clock.now();
  const { pool, prisma } = database();
  const { rows } = await pool.query<Row>({
    name: "load-api-token",
    text: LOAD,
    values: [hashSecret(bearer), now.toISOString()],
  });
  const row = rows[0];
  if (!row || !isStaff(row.role)) return null;
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > USED_EVERY_MS)
    await prisma.apiToken.updateMany({ where: { id: row.token_id }, data: { lastUsedAt: now } });
  return {
    actor: {
      kind: "person",
      personId: row.person_id,
      role: row.role,
      sharedOrganizationId: row.shared_organization_id,
      queueIds: row.queue_ids,
    },
    tokenId: row.token_id,
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
  };
}
