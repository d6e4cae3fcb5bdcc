import { MAX_MAIL_BYTES, receiveMail } from "~/domain/mail/receive-mail.server";
import { systemCtx } from "~/platform/ctx.server";
import { takesMail } from "./takes-mail.server";

/** Exit codes of sysexits.h, as mail systems read them from a pipe. */
const OK = 0;
const DATA_ERROR = 65;
const NO_USER = 67;
const TRY_AGAIN = 75;

type PipedMail = { recipients: string[]; envelopeFrom: string; input: AsyncIterable<Buffer | string> };

/**
 * Takes one message from a mail system's pipe and gives the exit code: 0 only when the message is durable, 67 for an
 * address that is not ours, 65 for a message that never can be taken, 75 when it should be tried again.
 */
export async function pipeMail({ recipients, envelopeFrom, input }: PipedMail): Promise<number> {
  try {
    for (const recipient of recipients) {
      if (!(await takesMail(systemCtx(), recipient))) return refuse(NO_USER, `there is no mailbox ${recipient} here.`);
    }
    const bytes = await readAll(input);
    if (!bytes) return refuse(DATA_ERROR, `the message is over ${MAX_MAIL_BYTES / 1_048_576} MB.`);
    if (!bytes.length) return refuse(DATA_ERROR, "there was no message on standard input.");
    await receiveMail(systemCtx(), { bytes, source: "pipe", envelopeFrom, recipients });
    return OK;
  } catch (error) {
    return refuse(TRY_AGAIN, `the message could not be kept, it should be tried again: ${(error as Error).message}`);
  }
}

function refuse(code: number, sentence: string): number {
  process.stderr.write(`sportello: ${sentence}\n`);
  return code;
}

/** Null when it is too large; the rest is then left unread. A separator line of an mbox file is no header. */
async function readAll(input: AsyncIterable<Buffer | string>): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_MAIL_BYTES) return null;
    chunks.push(bytes);
  }
  const all = Buffer.concat(chunks);
  return all.subarray(0, 5).toString("latin1") === "From " ? all.subarray(all.indexOf("\n") + 1) : all;
}
