import { Prisma } from "~/platform/db.server";

const MAX_LENGTH = 200;
const MAX_WORDS = 8;

/**
 * What is searched for as a condition on the mail's row `i`, each form answered by an index: an address (the sender, or a
 * Message-ID), a domain (`@b.example`), else words of subject and sender's name, the last one by its beginning.
 * Null when nothing is searched for.
 */
export function mailMatches(q: string): Prisma.Sql | null {
  const text = q.replaceAll("\0", "").trim().slice(0, MAX_LENGTH);
  if (text === "") return null;
  const bare = text.replace(/^</, "").replace(/>$/, "");
  if (/^@\S+$/.test(bare))
    return Prisma.sql`(lower(split_part(i.from_address, '@', 2)) = ${bare.slice(1).toLowerCase()} and i.from_address <> '')`;
  if (/^\S+@\S+$/.test(bare))
    return Prisma.sql`(i.from_address in (${bare.toLowerCase()}, ${bare}) or (i.message_id = ${`<${bare}>`} and i.message_id <> ''))`;
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
  if (words.length === 0) return Prisma.sql`false`;
  return Prisma.sql`(to_tsvector('simple'::regconfig, i.subject || ' ' || i.from_name)
    @@ to_tsquery('simple'::regconfig, ${`${words.join(" & ")}:*`}) and i.stage not in ('received', 'read'))`;
}
