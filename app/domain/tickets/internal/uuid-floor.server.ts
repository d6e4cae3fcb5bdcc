import { Prisma } from "~/platform/db.server";

/** The smallest uuid v7 of an instant, as SQL: ids from it on were made at that millisecond or later. */
export const uuidFloor = (at: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`rpad(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0'), 32, '0')::uuid`;
