import type { SMTPServerDataStream } from "smtp-server";
import { answers, type SmtpAnswer } from "./smtp-answers";
import type { SmtpLimits } from "./smtp-limits";

const BLOCK = 64 * 1024;
let inMemory = 0;

/**
 * Reads one message to its end. What is over a limit is still read, and thrown away, because SMTP answers only then; a
 * client that then goes on and on, or drips, is sent away. Rejects with the answer for the client; a connection that
 * breaks off rejects too, and nothing is kept.
 */
export function collectMessage(stream: SMTPServerDataStream, limits: SmtpLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const kept = new Blocks();
    let arrived = 0;
    let arrivedBefore = 0;
    let refusal: SmtpAnswer | null = null;

    const whole = setTimeout(() => stream.destroy(answers.tooSlow()), limits.messageMs);
    const pace = setInterval(() => {
      if (arrived - arrivedBefore < limits.paceBytes) stream.destroy(answers.tooSlow());
      arrivedBefore = arrived;
    }, limits.paceMs);
    const end = (settle: () => void) => {
      clearTimeout(whole);
      clearInterval(pace);
      kept.release();
      settle();
    };
    const refuse = (answer: SmtpAnswer) => {
      refusal = answer;
      kept.release();
    };

    stream.on("data", (chunk: Buffer) => {
      arrived += chunk.length;
      if (arrived > 2 * limits.messageBytes) return void stream.destroy(answers.endless(limits.messageBytes));
      if (refusal) return;
      if (arrived > limits.messageBytes) return refuse(answers.tooLarge(limits.messageBytes));
      if (inMemory + chunk.length > limits.memoryBytes) return refuse(answers.busy());
      kept.add(chunk);
    });
    stream.once("error", (error) => end(() => reject(error)));
    stream.once("end", () => {
      const bytes = refusal ? null : kept.join();
      end(() => (bytes ? resolve(bytes) : reject(refusal!)));
    });
  });
}

/** Bytes in blocks of one size: a message of dots arrives in pieces of three octets, each of which would cost a hundred. */
class Blocks {
  private blocks: Buffer[] = [];
  private free = 0;

  add(chunk: Buffer): void {
    for (let from = 0; from < chunk.length;) {
      if (this.free === 0) {
        this.blocks.push(Buffer.allocUnsafeSlow(BLOCK));
        this.free = BLOCK;
        inMemory += BLOCK;
      }
      const copied = chunk.copy(this.blocks.at(-1)!, BLOCK - this.free, from);
      this.free -= copied;
      from += copied;
    }
  }

  join(): Buffer {
    return Buffer.concat(this.blocks, this.blocks.length * BLOCK - this.free);
  }

  release(): void {
    inMemory -= this.blocks.length * BLOCK;
    this.blocks = [];
    this.free = 0;
  }
}
