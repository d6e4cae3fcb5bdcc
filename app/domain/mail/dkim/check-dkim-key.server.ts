import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { forgetDns } from "../authentication/dns-cache.server";
import { readTextRecords } from "../authentication/read-text-records.server";
import { limitTrials } from "../limit-trials.server";
import { compareDkimRecord, type DkimProblem, dkimRecordName } from "./dkim-record";
import "./events";
import { assertKeepsKeys } from "./policy";

export type DkimCheck = { problem: DkimProblem | null; activated: boolean };

/**
 * Looks at DNS for a key's record, afresh. Found and the same: the key signs from now on and the one before is gone. A key
 * in use whose record is missing or another keeps signing and shows the problem.
 */
export async function checkDkimKey(
  ctx: Ctx,
  { domain, selector }: { domain: string; selector: string },
): Promise<DkimCheck> {
  assertKeepsKeys(ctx.actor);
  const key = await ctx.db.dkimKey.findUnique({
    where: { domain_selector: { domain, selector } },
    select: { publicKey: true },
  });
  if (!key) throw notFound();
  await limitTrials(ctx, "dns");
  const name = dkimRecordName(selector, domain);
  forgetDns(name);
  const records = await readTextRecords(name);
  const problem = records === null ? "no_answer" : compareDkimRecord(records, key.publicKey);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`lock table dkim_key in share row exclusive mode`;
    const keys = await ctx.db.dkimKey.findMany({
      where: { domain },
      select: { selector: true, publicKey: true, activeAt: true },
    });
    // Removed, or made again, by somebody else while DNS was asked.
    const now = keys.find((one) => one.selector === selector && one.publicKey === key.publicKey);
    if (!now) throw notFound();
    const activated = problem === null && now.activeAt === null;
    const before = activated ? (keys.find((one) => one.activeAt !== null)?.selector ?? null) : null;
    if (before) await ctx.db.dkimKey.delete({ where: { domain_selector: { domain, selector: before } } });
    await ctx.db.dkimKey.update({
      where: { domain_selector: { domain, selector } },
      data: { checkedAt: ctx.now, problem, ...(activated ? { activeAt: ctx.now } : {}) },
    });
    if (activated) await recordEvent(ctx, "mail.dkim_activated", {}, { domain, selector, before });
    return { problem, activated };
  });
}
