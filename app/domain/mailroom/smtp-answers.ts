/** Why a receiver refused a message or a connection, for its figures. */
export const smtpRefusals = [
  "unknown_recipient",
  "bad_address",
  "too_large",
  "too_often",
  "too_many_errors",
  "too_slow",
  "silent",
  "busy",
  "own_trouble",
  "stopping",
] as const;

export type SmtpRefusal = (typeof smtpRefusals)[number];

/** A refusal with its SMTP code and enhanced status (RFC 3463), in words for the sender's postmaster. */
export class SmtpAnswer extends Error {
  constructor(
    /** What refusals are counted by. */
    readonly reason: SmtpRefusal,
    readonly responseCode: number,
    status: string,
    words: string,
    /** The client is sent away after it; 421 says so by itself. */
    readonly hangUp = responseCode === 421,
  ) {
    super(`${status} ${words}`);
    this.name = "SmtpAnswer";
  }
}

const TOO_LARGE = "This message is too large: at most";
const sizeOf = (bytes: number) => `${Math.floor(bytes / 1_048_576)} MB with attachments are taken`;

export const answers = {
  noSuchMailbox: (address: string) =>
    new SmtpAnswer(
      "unknown_recipient",
      550,
      "5.1.1",
      `There is no mailbox ${address.replace(/[^\x21-\x7e]/g, "?").slice(0, 100)} here`,
    ),
  brokenAddress: () => new SmtpAnswer("bad_address", 553, "5.6.7", "This address is no text in UTF-8"),
  tooLarge: (bytes: number) => new SmtpAnswer("too_large", 552, "5.3.4", `${TOO_LARGE} ${sizeOf(bytes)}`),
  endless: (bytes: number) => new SmtpAnswer("too_large", 552, "5.3.4", `${TOO_LARGE} ${sizeOf(bytes)}`, true),
  tryLater: () =>
    new SmtpAnswer("own_trouble", 451, "4.3.0", "We cannot take mail at this moment, please try again later"),
  busy: () => new SmtpAnswer("busy", 452, "4.3.1", "Too many large messages are arriving, please try again later"),
  tooSlow: () => new SmtpAnswer("too_slow", 421, "4.4.2", "This message took too long to arrive, please try again"),
  timeout: () => new SmtpAnswer("silent", 421, "4.4.2", "Timeout: no message for too long, please connect again"),
  tooManyErrors: () =>
    new SmtpAnswer("too_many_errors", 421, "4.7.0", "Too many refused commands, please connect again later"),
  tooManyCommands: () =>
    new SmtpAnswer("too_many_errors", 421, "4.7.0", "Too many commands without a message, please connect again"),
  tooManyMessages: () =>
    new SmtpAnswer("too_often", 451, "4.7.1", "Too many messages from your address, please try again in ten minutes"),
  tooManyConnections: () =>
    new SmtpAnswer("too_often", 421, "4.7.0", "Too many connections from your address, please use those that are open"),
  crowded: () => new SmtpAnswer("busy", 421, "4.3.2", "Too many connections at this moment, please try again later"),
  stopping: () => new SmtpAnswer("stopping", 421, "4.3.2", "The service is stopping, please try again in a moment"),
  tooOften: () =>
    new SmtpAnswer("too_often", 421, "4.7.0", "Too many connections from your address, please wait a minute"),
};
