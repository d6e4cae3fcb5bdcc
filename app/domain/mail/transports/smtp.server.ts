import nodemailer from "nodemailer";
import { reasonFromStatus, reasonFromText } from "../mime/bounce-reasons";
import { nodemailerOptions } from "./nodemailer-options.server";
import { Refused, type Transport } from "./transport";

/** Hands mails to an SMTP server over a pool of connections. */
export function smtpTransport(url: string): Transport {
  const pool = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 4,
    maxMessages: 100,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    name: "smtp",
    async send(mail) {
      try {
        const { response } = await pool.sendMail(nodemailerOptions(mail));
        return { transportId: response.slice(0, 200) };
      } catch (error) {
        throw readSmtpError(error as SmtpError);
      }
    },
    async test() {
      try {
        await pool.verify();
      } catch (error) {
        throw readSmtpError(error as SmtpError);
      }
    },
    close: () => pool.close(),
  };
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/**
 * Which kind of no an SMTP conversation ended with. 4xx, network trouble and refused credentials may pass; 5xx after
 * RCPT TO concerns the recipient, any other 5xx the mail.
 */
export function readSmtpError(error: SmtpError): Refused {
  const { responseCode, command, response, message } = error;
  const detail = (response ?? message).replace(/\s+/g, " ").slice(0, 500);
  const permanent = responseCode !== undefined && responseCode >= 500;
  const ours = error.code === "EAUTH" || command?.startsWith("AUTH");
  if (!permanent || ours) {
    const status = ours ? "4.7.0" : (statusIn(detail) ?? (responseCode ? "4.0.0" : "4.4.1"));
    const fallback = responseCode ? "systemerror" : "networkerror";
    const reason = ours ? "securityerror" : (reasonFromText(detail) ?? reasonFromStatus(status) ?? fallback);
    return new Refused("deferred", status, reason, detail);
  }
  const status = statusIn(detail) ?? "5.0.0";
  const reason = reasonFromText(detail) ?? reasonFromStatus(status) ?? "rejected";
  return new Refused(command?.startsWith("RCPT") ? "bounced" : "failed", status, reason, detail);
}

/** The enhanced status code of an answer (RFC 2034). */
const statusIn = (text: string): string | null => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? null;
