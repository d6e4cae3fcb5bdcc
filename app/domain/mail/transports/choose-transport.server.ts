import { config } from "~/platform/config.server";
import { outboxTransport } from "./outbox.server";
import { resendTransport } from "./resend.server";
import { smtpTransport } from "./smtp.server";
import type { Transport } from "./transport";

let chosen: { key: string; transport: Transport } | null = null;

/** The configured way out, made once per process: Resend, else SMTP, else the built-in outbox. */
export function chooseTransport(): Transport {
  const { resend, smtpUrl } = config();
  const key = resend.apiKey ?? smtpUrl ?? "outbox";
  if (chosen?.key === key) return chosen.transport;
  chosen?.transport.close();
  const transport = resend.apiKey
    ? resendTransport(resend.apiKey)
    : smtpUrl
      ? smtpTransport(smtpUrl)
      : outboxTransport();
  chosen = { key, transport };
  return transport;
}

/** Ends the connections of the transport in use; the next mail makes a new one. */
export function closeTransport(): void {
  chosen?.transport.close();
  chosen = null;
}
