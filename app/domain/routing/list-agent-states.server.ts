import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { PAGE_LIMIT, PAGE_SIZE } from "~/platform/keyset.server";
import type { AgentState } from "./agent-views";
import { readAgents } from "./internal/agent-rows.server";
import { decodeNameCursor, encodeNameCursor, type NameCursor } from "./internal/name-cursor";
import { assertAdministers } from "./policy";

export type AgentPage = { rows: AgentState[]; next: string | null; previous: string | null };

/** Everybody at the desk by name, a page at a time: presence, places, skills and hours as of now. At most two statements. */
export async function listAgentStates(ctx: Ctx, after: string | null): Promise<AgentPage> {
  assertAdministers(ctx.actor);
  const cursor = decodeNameCursor(after);
  const found = await readAgents(ctx, pageFrom(cursor));
  if (cursor?.back) found.reverse();
  const more = found.length > PAGE_SIZE;
  const rows = found.slice(0, PAGE_SIZE);
  if (cursor && (cursor.back ? !more : !rows.length)) return listAgentStates(ctx, null);
  if (cursor?.back) rows.reverse();
  const at = (row: AgentState | undefined, back: boolean) =>
    row ? encodeNameCursor({ back, name: row.name, id: row.id }) : null;
  return {
    rows,
    next: more || cursor?.back ? at(rows.at(-1), false) : null,
    previous: cursor ? at(rows[0], true) : null,
  };
}

/** The ids of a page and one more, by the index on role and name. */
function pageFrom(cursor: NameCursor | null): Prisma.Sql {
  const way = cursor?.back ? Prisma.sql`desc` : Prisma.sql`asc`;
  const than = cursor?.back ? Prisma.sql`<` : Prisma.sql`>`;
  const beyond = cursor ? Prisma.sql`and (w.name, w.id) ${than} (${cursor.name}, ${cursor.id}::uuid)` : Prisma.empty;
  return Prisma.sql`
    select w.id from person w
    where w.role in ('agent', 'editor', 'administrator') and w.deactivated_at is null ${beyond}
    order by w.name ${way}, w.id ${way} ${PAGE_LIMIT}`;
}
