import { normaliseAddress } from "~/domain/identity/address";
import { finishInboundMail, lockInboundMail } from "~/domain/mail/inbound-result.server";
import { findIssuedMail } from "~/domain/mail/find-issued-mail.server";
import type { Bounce } from "~/domain/mail/mime/bounce";
import type { BounceRecipient } from "~/domain/mail/mime/bounce-recipient";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import { recordBounce } from "~/domain/mail/record-bounce.server";
import { readReplyKey } from "~/domain/mail/reply-keys.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { discardMail } from "./discard-mail.server";
import { holdMail } from "./hold-mail.server";
import type { ReadMail } from "./read-mail.server";
import { traceOf, traceStage } from "./trace-run.server";

/**
 * A delivery report never becomes a message. The mail it speaks of is found by its signed Message-ID, or by the key in
 * the address the report came to. Without either it could suppress anybody's address: it waits for a person. Complaints
 * are recorded all the same. A blocked sender's report of a mail of ours is recorded too: it says what became of ours.
 */
export async function fileBounce(
  ctx: Ctx,
  inbound: InboundWork,
  read: ReadMail,
  mail: ParsedMail & { bounce: Bounce },
): Promise<void> {
  const { bounce } = mail;
  const outboundId = findKey([bounce.originalMessageId ?? "", ...inbound.recipients]);
  const feedback = bounce.recipients.some(({ reason }) => reason === "feedback");
  await inTransaction(ctx, async (ctx) => {
    if (!(await lockInboundMail(ctx, inbound.id, null))) return;
    const issued = outboundId ? (await findIssuedMail(ctx, [outboundId])).get(outboundId) : undefined;
    if (read.blockedBy && !issued) return discardMail(ctx, inbound.id, read);
    const about = issued && recipientOf(bounce, issued.recipient);
    traceStage(read.trace, {
      stage: "bounce",
      result: feedback ? "feedback" : "bounce",
      known: issued !== undefined,
      status: (about ?? bounce.recipients[0])?.status ?? "",
      reason: (about ?? bounce.recipients[0])?.reason ?? null,
    });
    if (!issued && !feedback) return holdMail(ctx, inbound, read, { reason: "bounce_unknown", data: {} });
    if (issued && about && about.reason !== "delivered") {
      await recordBounce(ctx, {
        outboundId: issued.id,
        hard: about.hard,
        suppress: about.hard,
        status: about.status,
        reason: about.reason,
        detail: mail.visibleText.slice(0, 500),
      });
    }
    await finishInboundMail(ctx, inbound.id, {
      outcome: feedback ? "feedback" : "bounce",
      threadId: issued?.threadId ?? null,
      entryId: issued?.entryId ?? null,
      trace: traceOf(read.trace),
    });
  });
}

function findKey(texts: readonly string[]): string | null {
  for (const text of texts) {
    const key = readReplyKey(text);
    if (key !== null && key !== "forged") return key.outboundId;
  }
  return null;
}

/** Each mail of ours has one recipient; behind a forwarding the report names another address, and is about ours all the same. */
function recipientOf(bounce: Bounce, recipient: string): BounceRecipient | undefined {
  const named = bounce.recipients.find(({ address }) => normaliseAddress(address) === recipient);
  return named ?? bounce.recipients.find(({ reason }) => reason !== "delivered");
}
