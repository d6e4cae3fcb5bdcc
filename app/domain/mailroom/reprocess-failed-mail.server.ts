import { assertAdministers } from "~/domain/routing/policy";
import { DomainError } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { reprocessMail } from "./reprocess-mail.server";

const MOST = 100;

/**
 * Sends the newest hundred mails that were set aside through the chain again, each in its own transaction: those that can
 * be read now. Gives how many went and how many stay as they are.
 */
export async function reprocessFailedMail(ctx: Ctx): Promise<{ again: number; left: number }> {
  assertAdministers(ctx.actor);
  const failed = await ctx.db.$queryRaw<{ id: string }[]>`
    select id::text from inbound_mail where stage = 'failed' order by received_at desc, id desc limit ${MOST}`;
  let again = 0;
  for (const { id } of failed) {
    try {
      await reprocessMail(ctx, id);
      again += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return { again, left: failed.length - again };
}
