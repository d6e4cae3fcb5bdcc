import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { receiveMail } from "~/domain/mail/receive-mail.server";
import { config } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";
import { takeRateLimit } from "~/platform/rate-limit.server";
import { collectMessage } from "./collect-message.server";
import { takesMail } from "./takes-mail.server";
import { answers, SmtpAnswer } from "./smtp-answers";
import { isOwnNetwork, type SmtpLimits, smtpLimits } from "./smtp-limits";

const COMMIT_MS = 20_000;
const RATE_SECONDS = 600;
const STOP_MS = 3_000;

type Answer = (error?: Error | null) => void;

/**
 * Listens for mail (RFC 5321) to the queues' addresses and to reply keys. The 250 is sent after the message and its job
 * are committed; without a database every step answers 451. Rejects with the listen error when the port is not free.
 */
export async function startSmtpReceiver(over: Partial<SmtpLimits & { host: string; port: number }> = {}) {
  const { mail } = config();
  const { host = mail.smtpHost, port = mail.smtpPort, ...rest } = over;
  const limits = { ...smtpLimits, ...rest };
  const open = new Map<string, Set<string>>();

  const server = new SMTPServer({
    name: mail.domain,
    banner: "Sportello",
    size: limits.messageBytes,
    maxRecipients: limits.recipients,
    maxClients: limits.connections,
    socketTimeout: limits.idleMs,
    closeTimeout: STOP_MS,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,

    onConnect({ id, remoteAddress: ip }, answer: Answer) {
      const sessions = open.get(ip) ?? new Set();
      open.set(ip, sessions.add(id));
      answer(sessions.size > limits.connectionsPerIp ? answers.tooManyConnections() : null);
    },
    // Also called for connections that were refused before onConnect.
    onClose({ id, remoteAddress: ip }) {
      const sessions = open.get(ip);
      sessions?.delete(id);
      if (sessions?.size === 0) open.delete(ip);
    },
    onMailFrom(_address, session, answer: Answer) {
      settle(answer, async () => {
        const ip = session.remoteAddress;
        if (isOwnNetwork(ip)) return;
        if (!(await inTime(takeRateLimit(systemCtx(), `smtp:${ip}`, limits.messagesPerIp, RATE_SECONDS))))
          throw answers.tooManyMessages();
      });
    },
    onRcptTo({ address }, _session, answer: Answer) {
      settle(answer, async () => {
        if (!(await inTime(takesMail(systemCtx(), address)))) throw answers.noSuchMailbox(address);
      });
    },
    onData(stream, session, answer: Answer) {
      settle(answer, async () => {
        const bytes = await collectMessage(stream, limits);
        await inTime(receiveMail(systemCtx(), { bytes, source: "smtp", ...envelopeOf(session) }));
      });
    },
  });
  // A client's broken connection is its own affair; without a listener it would end the process.
  server.on("error", (error) => log.debug({ err: error.message }, "smtp connection"));

  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      server.server.off("error", reject);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    /** Takes no new connections, lets messages under way finish for a moment, then hangs up. */
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function envelopeOf({ envelope, remoteAddress, hostNameAppearsAs, secure }: SMTPServerSession) {
  return {
    envelopeFrom: envelope.mailFrom ? envelope.mailFrom.address : "",
    recipients: envelope.rcptTo.map(({ address }) => address),
    clientIp: remoteAddress,
    helo: hostNameAppearsAs || "",
    tls: secure,
  };
}

/** Ours are answered as they are; anything else is a defect or a database away, and the sender keeps the mail. */
function settle(answer: Answer, act: () => Promise<void>): void {
  act().then(
    () => answer(null),
    (error: Error) => {
      if (error instanceof SmtpAnswer) return answer(error);
      log.error({ err: error }, "mail not taken");
      answer(answers.tryLater());
    },
  );
}

/** A database that does not answer must not hold the sender longer than its own patience. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("database did not answer in time")), COMMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
