import { Resend } from "resend";
import { Refused, type ReadyMail, type Transport } from "./transport";

/** Hands mails to Resend; the outbound id is the idempotency key, so that a repeat within a day is one mail. */
export function resendTransport(apiKey: string, baseUrl = process.env.RESEND_BASE_URL): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : undefined);
  return {
    name: "resend",
    async send(mail) {
      const { data, error } = await resend.emails.send(resendOptions(mail), { idempotencyKey: mail.outboundId });
      if (data) return { transportId: data.id };
      // The key came with another content before: that one was accepted (the company's name may have changed since).
      if (error.name === "invalid_idempotent_request") return { transportId: null };
      throw readResendError(error);
    },
    async test() {
      const { error } = await resend.domains.list();
      // A key that may only send is in order: Resend says so by this name.
      if (error && error.name !== "restricted_api_key") throw readResendError(error);
    },
    close: () => undefined,
  };
}

type ResendError = { name: string; message: string; statusCode: number | null };

/** Limits, our own credentials, defects and network trouble may pass; what Resend finds wrong with the mail stays. */
export function readResendError({ name, message, statusCode }: ResendError): Refused {
  const detail = `${name}: ${message}`.replace(/\s+/g, " ").slice(0, 500);
  if (statusCode === null) return new Refused("deferred", "4.4.1", "networkerror", detail);
  if (statusCode === 429) return new Refused("deferred", "4.5.3", "toomanyconn", detail);
  if (statusCode === 401 || statusCode === 403) return new Refused("deferred", "4.7.0", "securityerror", detail);
  if (statusCode === 409 || statusCode >= 500) return new Refused("deferred", "4.3.0", "systemerror", detail);
  return new Refused("failed", "5.6.0", "contenterror", detail);
}

function resendOptions(mail: ReadyMail) {
  return {
    from: mailbox(mail.from),
    to: mailbox(mail.to),
    replyTo: mail.replyTo,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: {
      "Message-ID": mail.messageId,
      ...(mail.inReplyTo ? { "In-Reply-To": mail.inReplyTo } : {}),
      ...(mail.references.length ? { References: mail.references.join(" ") } : {}),
      ...mail.headers,
    },
    attachments: mail.attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: bytes.toString("base64"),
    })),
  };
}

/** `"Sara \"Sal\" Bianchi" <sara@…>`: a quoted name cannot end the phrase. */
const mailbox = ({ address, name }: { address: string; name: string }): string =>
  name ? `"${name.replace(/[\\"]/g, "\\$&")}" <${address}>` : address;
