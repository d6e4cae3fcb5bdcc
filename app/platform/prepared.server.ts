import { createHash } from "node:crypto";
import { Prisma } from "~/generated/prisma/client";

const MARK = "/* prepared */";
const names = new Map<string, string>();

/**
 * Marks a statement that runs on every page: each connection keeps it prepared, and PostgreSQL its plan, which costs
 * several times the execution, and it goes straight to the driver (see direct-statements). Only for texts of few
 * variants, since a connection never forgets one.
 */
export const prepared = (statement: Prisma.Sql): Prisma.Sql => Prisma.sql`${Prisma.raw(MARK)} ${statement}`;

/** The name under which a connection prepares a marked statement; none for all others. */
export function statementName({ sql }: { sql: string }): string {
  if (!sql.startsWith(MARK)) return "";
  let name = names.get(sql);
  if (!name) names.set(sql, (name = createHash("sha1").update(sql).digest("base64url")));
  return name;
}
