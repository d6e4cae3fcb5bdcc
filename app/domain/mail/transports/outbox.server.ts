import nodemailer from "nodemailer";
import { nodemailerOptions } from "./nodemailer-options.server";
import type { Transport } from "./transport";

/** The built-in outbox: composes the mail (RFC 5322) and keeps it to be shown at /desk/outbox. */
export function outboxTransport(): Transport {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    name: "outbox",
    async send(mail) {
      const { message } = await composer.sendMail(nodemailerOptions(mail));
      return { transportId: null, shown: { subject: mail.subject, bytes: message as Buffer } };
    },
    // It is a table of ours: whoever asks has reached it.
    test: async () => undefined,
    close: () => composer.close(),
  };
}
