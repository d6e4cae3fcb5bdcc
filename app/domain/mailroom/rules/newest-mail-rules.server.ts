import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { MailRuleSet } from "../mail-rules";
import { getMailRules } from "./get-mail-rules.server";
import { listReferences } from "./rule-references";

type Cached = { key: string; set: MailRuleSet; named: string[] };

const NO_RULES: MailRuleSet = { version: 0, rules: [] };

/** The newest rules that this process has met. A version's rules never change; the time of saving tells databases apart. */
let newest: Cached | null = null;

/** What `mailRuleFacts` reads: which rules are the newest, and what of the things they name is gone. */
export type MailRuleFacts = {
  /** Whose names were looked up: the rules known when the statement was made. */
  asked: string;
  version: number;
  savedAt: string;
  gone: string[];
};

/** The newest mailroom rules, with what they name and may no longer be given. One short statement while nothing changes. */
export async function newestMailRules(ctx: Ctx): Promise<MailRuleSet> {
  const [row] = await ctx.db.$queryRaw<[{ facts: MailRuleFacts | null }]>(
    Prisma.sql`select ${mailRuleFacts()} as facts`,
  );
  return readyMailRules(ctx, row.facts);
}

/**
 * The newest version of the rules, as a JSON value within a statement (MailRuleFacts, null while there are no rules):
 * whoever reads it along and calls `readyMailRules` asks nothing more.
 */
export const mailRuleFacts = (): Prisma.Sql => Prisma.sql`(
  select json_build_object('asked', ${newest?.key ?? ""}::text, 'version', s.version, 'savedAt', s.at,
    'gone', ${goneAmong(newest?.named ?? [])})
  from mail_rule_set s order by s.version desc limit 1)`;

/** The rules of what the statement read; a process that meets a version for the first time reads it once. */
export async function readyMailRules(ctx: Ctx, read: MailRuleFacts | null): Promise<MailRuleSet> {
  if (!read) return NO_RULES;
  const key = `${read.version} ${new Date(read.savedAt).getTime()}`;
  const known = newest?.key === key ? newest : cached(key, await getMailRules(ctx, read.version));
  newest = known;
  const gone = read.asked === key ? read.gone : await listGone(ctx, known.named);
  return gone.length ? { ...known.set, gone: new Set(gone) } : known.set;
}

/** A list of rules with what it names and may no longer be given, for evaluations that are not of the newest version. */
export async function withGone(ctx: Ctx, set: MailRuleSet): Promise<MailRuleSet> {
  return { ...set, gone: new Set(await listGone(ctx, namedBy(set))) };
}

async function listGone(ctx: Ctx, named: readonly string[]): Promise<string[]> {
  if (!named.length) return [];
  const [row] = await ctx.db.$queryRaw<[{ gone: string[] }]>(Prisma.sql`select ${goneAmong(named)} as gone`);
  return row.gone;
}

function goneAmong(named: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(json_agg(n.id), '[]') from unnest(${named}::uuid[]) n (id)
    where not exists (select 1 from queue q where q.id = n.id and q.archived_at is null)
      and not exists (select 1 from request_type t where t.id = n.id and t.archived_at is null)
      and not exists (select 1 from person p where p.id = n.id and p.role <> 'customer' and p.deactivated_at is null)
      and not exists (select 1 from mail_template m where m.id = n.id and m.archived_at is null))`;
}

const cached = (key: string, set: MailRuleSet): Cached => ({ key, set, named: namedBy(set) });

const namedBy = ({ rules }: MailRuleSet): string[] => [
  ...new Set(
    rules
      .flatMap(listReferences)
      .map(({ id }) => id)
      .filter(isId),
  ),
];
