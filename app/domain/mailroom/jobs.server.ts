import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { fetchResendMail } from "./fetch-resend-mail.server";
import { alertHolds } from "./alert-holds.server";
import { processMail } from "./process-mail.server";
import { purgeDiscarded } from "./purge-discarded.server";

export const jobs = [
  defineJob({
    name: "mailroom.process",
    payload: z.object({ inboundId: z.uuid() }),
    run: (ctx, { inboundId }) => processMail(ctx, inboundId),
  }),
  defineJob({
    name: "mailroom.fetch_resend",
    lane: "outside",
    payload: z.object({ emailId: z.string(), recipients: z.array(z.string()) }),
    run: (ctx, payload) => fetchResendMail(ctx, payload),
  }),
  /** Every minute. */
  defineJob({
    name: "mailroom.alert-holds",
    payload: z.object({}),
    async run(ctx) {
      await alertHolds(ctx);
    },
  }),
  /** Daily. */
  defineJob({
    name: "mailroom.purge-discarded",
    payload: z.object({}),
    async run(ctx) {
      await purgeDiscarded(ctx);
    },
  }),
];
