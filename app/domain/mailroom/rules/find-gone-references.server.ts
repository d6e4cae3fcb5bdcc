import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import type { RuleReference } from "./rule-references";

/** Those of the references, as `kind:id`, that name nothing in use. */
export async function findGoneReferences(ctx: Ctx, references: readonly RuleReference[]): Promise<Set<string>> {
  const ids = [...new Set(references.map(({ id }) => id).filter(isId))];
  const addresses = references.flatMap(({ kind, id }) => (kind === "address" ? [id] : []));
  const found = await ctx.db.$queryRaw<{ key: string }[]>`
    select 'queue:' || id as key from queue where id = any(${ids}::uuid[]) and archived_at is null
    union all select 'type:' || id from request_type where id = any(${ids}::uuid[]) and archived_at is null
    union all select 'person:' || id from person
      where id = any(${ids}::uuid[]) and role <> 'customer' and deactivated_at is null
    union all select 'template:' || id from mail_template
      where id = any(${ids}::uuid[]) and key is null and archived_at is null
    union all select 'address:' || a.address from queue_address a join queue q on q.id = a.queue_id
      where a.address = any(${addresses}::text[]) and q.archived_at is null`;
  const alive = new Set(found.map(({ key }) => key));
  return new Set(references.map(({ kind, id }) => `${kind}:${id}`).filter((key) => !alive.has(key)));
}
