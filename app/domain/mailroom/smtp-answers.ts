/** A refusal with its SMTP code and enhanced status (RFC 3463), in words for the sender's postmaster. */
export class SmtpAnswer extends Error {
  constructor(
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
    new SmtpAnswer(550, "5.1.1", `There is no mailbox ${address.replace(/[^\x21-\x7e]/g, "?").slice(0, 100)} here`),
  brokenAddress: () => new SmtpAnswer(553, "5.6.7", "This address is no text in UTF-8"),
  tooLarge: (bytes: number) => new SmtpAnswer(552, "5.3.4", `${TOO_LARGE} ${sizeOf(bytes)}`),
  endless: (bytes: number) => new SmtpAnswer(552, "5.3.4", `${TOO_LARGE} ${sizeOf(bytes)}`, true),
  tryLater: () => new SmtpAnswer(451, "4.3.0", "We cannot take mail at this moment, please try again later"),
  busy: () => new SmtpAnswer(452, "4.3.1", "Too many large messages are arriving, please try again later"),
  tooSlow: () => new SmtpAnswer(421, "4.4.2", "This message took too long to arrive, please try again"),
  timeout: () => new SmtpAnswer(421, "4.4.2", "Timeout: no message for too long, please connect again"),
  tooManyErrors: () => new SmtpAnswer(421, "4.7.0", "Too many refused commands, please connect again later"),
  tooManyCommands: () => new SmtpAnswer(421, "4.7.0", "Too many commands without a message, please connect again"),
  tooManyMessages: () =>
    new SmtpAnswer(451, "4.7.1", "Too many messages from your address, please try again in ten minutes"),
  tooManyConnections: () =>
    new SmtpAnswer(421, "4.7.0", "Too many connections from your address, please use those that are open"),
  crowded: () => new SmtpAnswer(421, "4.3.2", "Too many connections at this moment, please try again later"),
  stopping: () => new SmtpAnswer(421, "4.3.2", "The service is stopping, please try again in a moment"),
  tooOften: () => new SmtpAnswer(421, "4.7.0", "Too many connections from your address, please wait a minute"),
};
