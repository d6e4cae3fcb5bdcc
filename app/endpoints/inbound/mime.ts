import { MAX_MAIL_BYTES, receiveMail } from "~/domain/mail/receive-mail.server";
import { hasInboundToken } from "~/domain/mailroom/has-inbound-token.server";
import { takesMail } from "~/domain/mailroom/takes-mail.server";
import { publicAction } from "~/http/route.server";
import { readBody } from "./read-body.server";

const MAX_RECIPIENTS = 100;

/**
 * Takes one raw message (RFC 5322) from a program that holds INBOUND_TOKEN. The envelope is in the query (`to`, several
 * times or with commas, and `from`) or in X-Envelope-To and X-Envelope-From; without `to` the message's own headers
 * say whose it is. 202 means durable; 5xx means try again.
 */
const take = publicAction(async (ctx, { request }) => {
  if (request.method !== "POST") return answer(405, { error: "Use POST." });
  if (!hasInboundToken(request.headers.get("authorization")))
    return answer(401, { error: "A bearer token is needed: the value of INBOUND_TOKEN." });
  const envelope = readEnvelope(request);
  if (envelope.recipients.length > MAX_RECIPIENTS)
    return answer(422, { error: `At most ${MAX_RECIPIENTS} recipients are taken at once.` });
  for (const recipient of envelope.recipients) {
    if (!(await takesMail(ctx, recipient))) return answer(422, { error: `There is no mailbox ${recipient} here.` });
  }
  const bytes = await readBody(request, MAX_MAIL_BYTES);
  if (!bytes) return answer(413, { error: `The message is over ${MAX_MAIL_BYTES / 1_048_576} MB.` });
  if (!bytes.length) return answer(400, { error: "The body is empty; send the message as it was received." });
  const { inboundId } = await receiveMail(ctx, { bytes, source: "http", clientIp: ctx.ip, ...envelope });
  return answer(202, { id: inboundId });
});

export const action = Object.assign(take, { policy: "token" as const });

function readEnvelope(request: Request): { envelopeFrom: string; recipients: string[] } {
  const query = new URL(request.url).searchParams;
  const listed = [...query.getAll("to"), request.headers.get("x-envelope-to") ?? ""];
  return {
    envelopeFrom: query.get("from") ?? request.headers.get("x-envelope-from") ?? "",
    // A plus-address arrives with a blank where somebody forgot to encode the plus.
    recipients: listed
      .flatMap((text) => text.split(","))
      .map((text) => text.trim().replaceAll(" ", "+"))
      .filter(Boolean),
  };
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: status === 401 ? { "WWW-Authenticate": "Bearer" } : {} });
