import type { InboundOutcome, InboundStage } from "~/generated/prisma/client";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { hashMessageId } from "./thread-keys.server";

/** What became of a mail; without an outcome it waits for a person. */
export type InboundResult = {
  outcome: InboundOutcome | null;
  rule?: string | null;
  threadId?: string | null;
  entryId?: string | null;
  /** Makes later mails that name it find the thread; the first thread to claim an id keeps it. */
  messageId?: string | null;
  duplicateOf?: string | null;
  error?: string | null;
  queueId?: string | null;
  /** What each stage found, opaque to mail; kept as it was when absent. */
  trace?: object | null;
  blockedBy?: string | null;
  /** When a discarded mail is deleted. */
  purgeAt?: Date | null;
};

const FINISHED: readonly InboundStage[] = ["held", "done", "failed"];

/**
 * Holds the mail, and with `seenId` everything of that Message-ID, until the transaction ends; false when another run
 * has finished it. The stage is as of after the lock. `held` takes up a mail that waits for a person, and no other.
 */
export async function lockInboundMail(
  ctx: Ctx,
  id: string,
  seenId: string | null,
  { held = false }: { held?: boolean } = {},
): Promise<boolean> {
  // Two statements in one: the lock on the Message-ID must stand before the next statement takes its snapshot.
  const [row] = await ctx.db.$queryRaw<{ stage: InboundStage }[]>(
    prepared(Prisma.sql`
    select stage, (case when ${seenId}::text is null then '' else
      pg_advisory_xact_lock(hashtextextended('seen ' || ${seenId}::text, 0))::text end) as held
    from inbound_mail where id = ${id}::uuid for update`),
  );
  if (!row) return false;
  return held ? row.stage === "held" : !FINISHED.includes(row.stage);
}

/** Ends the work on a mail with its result, in the transaction that holds the result's effects. */
export async function finishInboundMail(ctx: Ctx, id: string, result: InboundResult): Promise<void> {
  const { outcome, rule = null, threadId = null, entryId = null, duplicateOf = null, error = null } = result;
  const stage: InboundStage = outcome === null ? "held" : outcome === "unreadable" ? "failed" : "done";
  const idHash = result.messageId && threadId ? hashMessageId(result.messageId) : null;
  const trace = result.trace ? JSON.stringify(result.trace) : null;
  await ctx.db.$executeRaw(
    prepared(Prisma.sql`
    with known as (
      insert into thread_key (id_hash, thread_id, entry_id, at)
      select ${idHash}::uuid, ${threadId}::uuid, ${entryId}::uuid, ${ctx.now} where ${idHash}::uuid is not null
      on conflict (id_hash) do nothing
    )
    update inbound_mail set stage = ${stage}::inbound_stage, outcome = ${outcome}::inbound_outcome, rule = ${rule},
      thread_id = ${threadId}::uuid, entry_id = ${entryId}::uuid, duplicate_of = ${duplicateOf}::uuid, error = ${error},
      queue_id = coalesce(${result.queueId ?? null}::uuid, queue_id), trace = coalesce(${trace}::jsonb, trace),
      blocked_by = ${result.blockedBy ?? null}, purge_at = ${result.purgeAt ?? null}
    where id = ${id}::uuid`),
  );
}
