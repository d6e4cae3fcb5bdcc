import type { SMTPServerDataStream } from "smtp-server";
import { answers } from "./smtp-answers";
import type { SmtpLimits } from "./smtp-limits";

let inMemory = 0;

/**
 * Reads one message to its end. What is over a limit is still read, and thrown away, because SMTP answers only then.
 * Rejects with the answer for the client; a connection that breaks off rejects too, and nothing is kept.
 */
export function collectMessage(stream: SMTPServerDataStream, limits: SmtpLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    let refusal: Error | null = null;
    const release = () => {
      inMemory -= size;
      size = 0;
      chunks = [];
    };
    const refuse = (answer: Error) => {
      refusal ??= answer;
      release();
    };
    const timer = setTimeout(() => stream.destroy(answers.tooSlow()), limits.messageMs);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      release();
      settle();
    };
    stream.on("data", (chunk: Buffer) => {
      if (refusal) return;
      if (size + chunk.length > limits.messageBytes) return refuse(answers.tooLarge(limits.messageBytes));
      if (inMemory + chunk.length > limits.memoryBytes) return refuse(answers.busy());
      chunks.push(chunk);
      size += chunk.length;
      inMemory += chunk.length;
    });
    stream.once("error", (error) => end(() => reject(error)));
    stream.once("end", () => {
      const bytes = refusal ? null : Buffer.concat(chunks);
      end(() => (bytes ? resolve(bytes) : reject(refusal!)));
    });
  });
}
