import { listMailboxes } from "~/domain/mailroom/list-mailboxes.server";
import { inTransaction } from "~/platform/transaction.server";
import type { Ctx } from "~/platform/ctx.server";
import { seedHelp } from "./seed/seed-help";
import { seedMailRules } from "./seed/mail-rules";
import { seedMailboxes } from "./seed/mailboxes";
import { seedMailTexts } from "./seed/mail-texts";
import { openQueues, seedCompany } from "./seed/seed-company";
import { seedAbsences, seedCompanyAtWork } from "./seed/seed-company-at-work";
import { seedSavedReplies } from "./seed/seed-saved-replies";
import { seedMailroom } from "./seed/mailroom";
import { seedTickets } from "./seed/seed-tickets";

const SEED_MS = 180_000;

/**
 * Fills an empty database with Northwind, the demo company: all of it or, when interrupted, nothing. False, and nothing
 * done, when somebody is there already.
 */
export async function seedDemo(ctx: Ctx): Promise<boolean> {
  if (await ctx.db.person.findFirst({ select: { id: true } })) return false;
  await inTransaction(
    ctx,
    async (ctx) => {
      const company = await seedCompany(ctx);
      await seedCompanyAtWork(ctx, company);
      await seedMailTexts(ctx, company);
      await seedMailRules(ctx, company);
      await listMailboxes(ctx, true);
      await seedTickets(ctx, company);
      await seedMailboxes(ctx);
      await seedSavedReplies(ctx, company);
      await seedAbsences(ctx, company);
      await openQueues(ctx, company);
      await seedMailroom(ctx, company);
      await seedHelp(ctx, company);
      // The stories are past: nobody is told of them again.
      ctx.pending.eventIds.length = 0;
    },
    { timeout: SEED_MS },
  );
  return true;
}
