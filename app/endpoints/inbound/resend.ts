import { receiveResendEvent } from "~/domain/mailroom/receive-resend-event.server";
import { publicAction } from "~/http/route.server";
import { readBody } from "./read-body.server";

const MAX_EVENT_BYTES = 1024 * 1024;

/** Resend's webhook, proven by its signature over the body's bytes. */
export const action = publicAction(async (ctx, { request }) => {
  const body = await readBody(request, MAX_EVENT_BYTES);
  if (!body) return Response.json({ error: "The event is too large." }, { status: 413 });
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`);
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  const status = await receiveResendEvent(ctx, signed, body);
  return Response.json(status === 200 ? { ok: true } : { error: REFUSALS[status] }, { status });
});

const REFUSALS = {
  400: "This is not an event of Resend.",
  401: "The signature is missing, wrong, or older than five minutes.",
  503: "Set RESEND_WEBHOOK_SECRET to take events here.",
};
