/** A refusal with its SMTP code and enhanced status (RFC 3463), in words for the sender's postmaster. */
export class SmtpAnswer extends Error {
  constructor(
    readonly responseCode: number,
    status: string,
    words: string,
  ) {
    super(`${status} ${words}`);
    this.name = "SmtpAnswer";
  }
}

export const answers = {
  noSuchMailbox: (address: string) =>
    new SmtpAnswer(550, "5.1.1", `There is no mailbox ${address.replace(/[^\x21-\x7e]/g, "?").slice(0, 100)} here`),
  tooLarge: (bytes: number) =>
    new SmtpAnswer(
      552,
      "5.3.4",
      `This message is too large: at most ${Math.floor(bytes / 1_048_576)} MB with attachments are taken`,
    ),
  tryLater: () => new SmtpAnswer(451, "4.3.0", "We cannot take mail at this moment, please try again later"),
  busy: () => new SmtpAnswer(452, "4.3.1", "Too many large messages are arriving, please try again later"),
  tooSlow: () => new SmtpAnswer(451, "4.4.2", "This message took too long to arrive, please try again"),
  tooManyMessages: () =>
    new SmtpAnswer(451, "4.7.1", "Too many messages from your address, please try again in ten minutes"),
  tooManyConnections: () =>
    new SmtpAnswer(421, "4.7.0", "Too many connections from your address, please use those that are open"),
};
