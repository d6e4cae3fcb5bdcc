import { constants } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { SMTPServerOptions, SMTPServerSession } from "smtp-server";
import { receiveMail } from "~/domain/mail/receive-mail.server";
import { clock } from "~/platform/clock.server";
import { config } from "~/platform/config.server";
import { systemCtx } from "~/platform/ctx.server";
import { log } from "~/platform/log.server";
import { countSmtp } from "~/platform/metrics.server";
import { takeRateLimit } from "~/platform/rate-limit.server";
import { clientOf, isOwnNetwork } from "~/lib/client-address.server";
import { collectMessage } from "./collect-message.server";
import { followCertificate } from "./follow-certificate.server";
import { GuardedSmtpServer } from "./guarded-smtp-server.server";
import { ReceiverTally } from "./health/receiver-tally";
import { startHeartbeat } from "./health/start-heartbeat.server";
import { answers, SmtpAnswer } from "./smtp-answers";
import { type SmtpLimits, smtpLimits } from "./smtp-limits";
import { takesMail } from "./takes-mail.server";

const COMMIT_MS = 20_000;
const RATE_SECONDS = 600;
const STOP_MS = 3_000;
/** Commands of the library's that no client of ours needs. */
const DISABLED = ["AUTH", "XCLIENT", "XFORWARD", "WIZ", "SHELL", "KILL"];

type Answer = (error?: Error | null) => void;
type Place = { host: string; port: number; /** Whose relays are not counted. */ isOwn: (ip: string) => boolean };

/**
 * Listens for mail (RFC 5321, STARTTLS by RFC 3207) to the queues' addresses and to reply keys. The 250 is sent after
 * the message and its job are committed; without a database every step answers 451. Rejects with the listen error when
 * the port is not free, and with a ConfigError when the configured certificate cannot serve.
 */
export async function startSmtpReceiver(over: Partial<SmtpLimits & Place> = {}) {
  const { mail } = config();
  const { host = mail.smtpHost, port = mail.smtpPort, isOwn = isOwnNetwork, ...rest } = over;
  const limits = { ...smtpLimits, ...rest };
  const tally = new ReceiverTally();
  const certificate = await followCertificate(limits.certificateMs, (next) => server.updateSecureContext(next));

  const settle = (session: SMTPServerSession, answer: Answer, act: () => Promise<void>): void => {
    const connection = server.connectionOf(session);
    if (connection) connection.working = true;
    const settled = (error: SmtpAnswer | null) => {
      if (connection) connection.working = false;
      answer(error);
      if (error?.hangUp) connection?.close();
    };
    act().then(
      () => settled(null),
      (error: Error) => {
        const refusal = inWords(error, tally);
        tally.refuse(refusal.reason);
        settled(refusal);
      },
    );
  };

  const options: SMTPServerOptions = {
    name: mail.domain,
    banner: "Sportello",
    size: limits.messageBytes,
    maxRecipients: limits.recipients,
    maxCommandLength: limits.commandBytes,
    socketTimeout: limits.idleMs,
    closeTimeout: STOP_MS,
    authOptional: true,
    disabledCommands: DISABLED,
    disableReverseLookup: true,
    logger: false,
    ...certificate.current,
    minVersion: "TLSv1.2",
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,

    onSecure(_socket, _session, answer: Answer) {
      countSmtp("tls");
      tally.count("encrypted", clock.now());
      answer(null);
    },
    onMailFrom({ address }, session, answer: Answer) {
      settle(session, answer, async () => {
        requireText(address);
        const ip = session.remoteAddress;
        if (isOwn(ip)) return;
        const key = `smtp:${clientOf(ip)}`;
        if (!(await inTime(takeRateLimit(systemCtx(), key, limits.messagesPerIp, RATE_SECONDS))))
          throw answers.tooManyMessages();
      });
    },
    onRcptTo({ address }, session, answer: Answer) {
      settle(session, answer, async () => {
        requireText(address);
        if (!(await inTime(takesMail(systemCtx(), address)))) throw answers.noSuchMailbox(address);
      });
    },
    onData(stream, session, answer: Answer) {
      settle(session, answer, async () => {
        try {
          const bytes = await collectMessage(stream, limits);
          await inTime(receiveMail(systemCtx(), { bytes, source: "smtp", ...envelopeOf(session) }));
          countSmtp("mail");
          tally.count("messages", clock.now());
        } catch (error) {
          countSmtp("mail_refused");
          throw error;
        }
      });
    },
  };
  const server = new GuardedSmtpServer(options, limits, isOwn, tally);
  // A client's broken connection is its own affair; without a listener it would end the process.
  server.on("error", (error) => log.debug({ err: error.message }, "smtp connection"));

  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      server.server.off("error", reject);
      resolve();
    });
  }).catch((error) => {
    certificate.stop();
    throw error;
  });
  const { port: listening } = server.server.address() as AddressInfo;
  const heartbeat = startHeartbeat(tally, {
    host,
    port: listening,
    everyMs: limits.heartbeatMs,
    certificate: () => certificate.current,
  });
  return {
    port: listening,
    /** Takes no new connections, lets messages under way finish for a moment, then hangs up. */
    async stop() {
      certificate.stop();
      await server.stop();
      await heartbeat.stop();
    },
  };
}

/** Octets that are no UTF-8 would be kept as question marks, and an answer would go to somebody else. */
function requireText(address: string): void {
  if (address.includes("\ufffd")) throw answers.brokenAddress();
}

/** Ours are answered as they are; anything else is a defect or a database away, and the sender keeps the mail. */
function inWords(error: Error, tally: ReceiverTally): SmtpAnswer {
  if (error instanceof SmtpAnswer) return error;
  if ("code" in error && error.code === "ECONNECTION") log.debug("a message broke off");
  else {
    log.error({ err: error }, "mail not taken");
    tally.fail(error.message, clock.now());
  }
  return answers.tryLater();
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

/** A database that does not answer must not hold the sender longer than its own patience. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("database did not answer in time")), COMMIT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
