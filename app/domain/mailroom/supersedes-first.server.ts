import type { SeenKey } from "~/domain/mail/seen-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import type { HoldReason } from "./holds";

type First = { outcome: string | null; cameToQueue: boolean; threadId: string | null; heldFor: HoldReason | null };

/** `believed`: nothing about the sender holds the copy; `toQueue`: it came to a queue's address. */
export type Copy = { believed: boolean; toQueue: boolean };

/**
 * Whether a copy counts instead of the mail that came first, so that nobody's mail is lost behind one that nobody reads:
 * the first is gone or discarded, waits because its sender is doubtful and the copy's is not, or went into a file alone
 * while the copy came to a queue. The copy then holds the claim; the caller holds the lock of the Message-ID.
 */
export async function supersedesFirst(
  ctx: Ctx,
  firstId: string,
  copy: Copy & { inboundId: string; key: SeenKey },
): Promise<boolean> {
  const [first] = await ctx.db.$queryRaw<First[]>`
    select i.outcome::text as outcome, i.queue_id is not null as "cameToQueue", i.thread_id::text as "threadId",
      h.reason as "heldFor"
    from inbound_mail i left join mail_hold h on h.inbound_id = i.id and h.decided_at is null and i.stage = 'held'
    where i.id = ${firstId}::uuid`;
  if (first && !isFree(first, copy)) return false;
  const { id, content } = copy.key;
  await ctx.db.$executeRaw`
    update seen_mail set inbound_id = ${copy.inboundId}::uuid, at = ${ctx.now}
    where id_hash = ${id}::uuid and content_hash = ${content}::uuid`;
  return true;
}

function isFree({ outcome, cameToQueue, threadId, heldFor }: First, { believed, toQueue }: Copy): boolean {
  if (outcome === "discarded") return true;
  if (outcome === "filed") return toQueue && !cameToQueue && threadId === null;
  return believed && (heldFor === "not_verified" || heldFor === "spam");
}
