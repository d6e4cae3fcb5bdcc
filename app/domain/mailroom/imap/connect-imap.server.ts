import { X509Certificate } from "node:crypto";
import { checkServerIdentity, type ConnectionOptions, rootCertificates } from "node:tls";
import type { ImapFlow } from "imapflow";
import { MAX_MAIL_BYTES } from "~/domain/mail/receive-mail.server";
import { assertReachable } from "./assert-reachable.server";
import type { ImapLimits } from "./imap-limits";
import { imapProblem } from "./imap-problem";

/** What a connection needs to know. */
export type ImapServer = {
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  /** PEM, see imap_account.certificate. */
  certificate: string;
  username: string;
};

/** A password, or access tokens. */
export type Credentials = { password: string } | { token: (fresh?: boolean) => Promise<string> };

/**
 * Connects and signs in; a token that the server refuses is asked for anew once. The connection keeps itself alive, ends
 * when an answer is overdue, and never logs. Rejects with what `imapProblem` understands.
 */
export async function connectImap(
  server: ImapServer,
  credentials: Credentials,
  limits: ImapLimits,
  signal?: AbortSignal,
): Promise<ImapFlow> {
  const open = (auth: Auth) => connect(server, auth, limits, signal);
  if ("password" in credentials) return open({ pass: credentials.password });
  const accessToken = await credentials.token();
  return open({ accessToken }).catch(async (error: unknown) => {
    if (imapProblem(error).code !== "login") throw error;
    return open({ accessToken: await credentials.token(true) });
  });
}

type Auth = { pass: string } | { accessToken: string };

async function connect(
  { host, port, security, username, certificate }: ImapServer,
  auth: Auth,
  limits: ImapLimits,
  signal?: AbortSignal,
): Promise<ImapFlow> {
  await assertReachable(host);
  // Processes that follow no mailbox never load it.
  const { ImapFlow } = await import("imapflow");
  const client = new ImapFlow({
    host,
    port,
    secure: security === "tls",
    doSTARTTLS: security === "tls" ? undefined : security === "starttls",
    auth: { user: username, ...auth },
    tls: trust(certificate),
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: limits.answerMs,
    greetingTimeout: limits.answerMs,
    socketTimeout: limits.answerMs,
    maxLiteralSize: MAX_MAIL_BYTES + 1_048_576,
    maxLineLength: 16 * 1_048_576,
    clientInfo: { name: "Sportello", version: "1", vendor: "Sportello", "support-url": false },
  });
  // Whoever waits for an answer hears of it there; without a listener it would end the process.
  client.on("error", () => undefined);
  const giveUp = () => client.close();
  signal?.addEventListener("abort", giveUp, { once: true });
  try {
    if (signal?.aborted) giveUp();
    await client.connect();
    return client;
  } finally {
    signal?.removeEventListener("abort", giveUp);
  }
}

/** The server's own certificate is good under any name: that it is this one was said by the administrator. */
function trust(pem: string): ConnectionOptions {
  if (!pem) return { minVersion: "TLSv1.2" };
  const pinned = new X509Certificate(pem).fingerprint256;
  return {
    minVersion: "TLSv1.2",
    ca: [...rootCertificates, pem],
    checkServerIdentity: (host, certificate) =>
      certificate.fingerprint256 === pinned ? undefined : checkServerIdentity(host, certificate),
  };
}
