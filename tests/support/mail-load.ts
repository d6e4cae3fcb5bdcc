import nodemailer from "nodemailer";

export type MailLoad = {
  /** Connections at the same time. */
  concurrency?: number;
  host?: string;
  to?: string;
  /** Prefix of Message-IDs and subjects, so that a run finds its own mails again. */
  run?: string;
  /** Number of the first mail. */
  first?: number;
};

export type SentMail = { messageId: string; subject: string; accepted: boolean; error: string | null };

/** The mail that number `i` of a run is: always the same, so that whoever got no answer may send it again. */
export function loadMail(i: number, { to = "support@northwind.example", run = "load" }: MailLoad = {}) {
  const sender = `customer${i % 97}@shop${i % 13}.example`;
  return {
    from: `"Customer ${i % 97}" <${sender}>`,
    to,
    subject: `${run} ${i}: the delivery is incomplete`,
    messageId: `<${run}.${i}@shop${i % 13}.example>`,
    date: new Date(Date.UTC(2026, 10, 20, 8, 0, i % 60)),
    text: `Good morning,\n\nof order ${1000 + i} one box is missing and two labels are wrong. Please tell us when the rest arrives.\n\nKind regards\nCustomer ${i % 97}\n`,
    html: `<p>Good morning,</p><p>of order <b>${1000 + i}</b> one box is missing and two labels are wrong. Please tell us when the rest arrives.</p><p>Kind regards<br>Customer ${i % 97}</p>`,
  };
}

/** Sends `n` mails by SMTP and says of each whether it got its 250; a broken connection is an answer too. */
export async function sendMails(port: number, n: number, load: MailLoad = {}): Promise<SentMail[]> {
  const { concurrency = 4, host = "127.0.0.1", first = 0 } = load;
  const transport = nodemailer.createTransport({
    host,
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: concurrency,
    maxMessages: Infinity,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 20_000,
  });
  const sent: SentMail[] = [];
  let next = first;
  const send = async () => {
    while (next < first + n) {
      const mail = loadMail(next++, load);
      const error = await transport.sendMail(mail).then(
        () => null,
        (error: Error) => error.message,
      );
      sent.push({ messageId: mail.messageId, subject: mail.subject, accepted: error === null, error });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, send));
  transport.close();
  return sent;
}
