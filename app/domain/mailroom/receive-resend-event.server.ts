import { z } from "zod";
import { recordBounce } from "~/domain/mail/record-bounce.server";
import { readReplyKey } from "~/domain/mail/reply-keys.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { enqueue } from "~/platform/jobs.server";
import { verifyWebhook, type WebhookHeaders } from "./verify-webhook";

/** HTTP status for the caller: 200 means durable or of no interest, 401 a wrong signature, 503 not set up here. */
export type ResendAnswer = 200 | 400 | 401 | 503;

const addresses = z.array(z.string()).nullish();
const event = z.object({
  type: z.string(),
  data: z.looseObject({
    email_id: z.string().max(200).optional(),
    message_id: z.string().nullish(),
    to: addresses,
    received_for: addresses,
    bounce: z.object({ type: z.string(), subType: z.string().nullish(), message: z.string().nullish() }).nullish(),
  }),
});
type ResendEvent = z.output<typeof event>;

/**
 * Takes one webhook of Resend: mail that arrived there is fetched by a job, a bounce is tied to its mail. The same event
 * again changes nothing: one job per mail, one state per bounce.
 */
export async function receiveResendEvent(ctx: Ctx, headers: WebhookHeaders, body: Buffer): Promise<ResendAnswer> {
  const { webhookSecret } = config().resend;
  if (!webhookSecret) return 503;
  if (!verifyWebhook(webhookSecret, headers, body, ctx.now)) return 401;
  const parsed = event.safeParse(readJson(body));
  if (!parsed.success) return 400;
  const { type, data } = parsed.data;
  if (type === "email.received" && data.email_id) await fetchLater(ctx, data.email_id, data);
  if (type === "email.bounced" || type === "email.complained") await noteBounce(ctx, type, data);
  return 200;
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

function fetchLater(ctx: Ctx, emailId: string, { received_for, to }: ResendEvent["data"]): Promise<void> {
  const recipients = received_for?.length ? received_for : (to ?? []);
  const payload = { emailId, recipients: recipients.slice(0, 100) };
  return enqueue(ctx, "mailroom.fetch_resend", payload, { key: `resend:${emailId}`, keep: true, priority: 0 });
}

async function noteBounce(ctx: Ctx, type: string, data: ResendEvent["data"]): Promise<void> {
  const outboundId = await findOutbound(ctx, data);
  if (!outboundId) return;
  if (type === "email.complained") return recordBounce(ctx, { ...NOTED, outboundId, reason: "feedback", detail: "" });
  const { type: kind = "", subType, message } = data.bounce ?? {};
  const hard = /^permanent$/i.test(kind);
  return recordBounce(ctx, {
    ...NOTED,
    outboundId,
    hard,
    suppress: hard,
    reason: /suppress/i.test(subType ?? "")
      ? "suppressed"
      : /general|noemail/i.test(subType ?? "") && hard
        ? "userunknown"
        : "undefined",
    detail: message ?? "",
  });
}

const NOTED = { hard: false, suppress: false, status: "" };

/** By the key in its Message-ID, else by Resend's own id among the mails to that recipient. */
async function findOutbound(ctx: Ctx, { message_id, email_id, to }: ResendEvent["data"]): Promise<string | null> {
  const key = readReplyKey(message_id ?? "");
  if (key !== null && key !== "forged") return key.outboundId;
  if (!email_id || !to?.[0]) return null;
  const mail = await ctx.db.outboundMail.findFirst({
    where: { recipient: to[0].toLowerCase(), transportId: email_id },
    orderBy: { createdAt: "desc" },
    select: { id: true },
  });
  return mail?.id ?? null;
}
