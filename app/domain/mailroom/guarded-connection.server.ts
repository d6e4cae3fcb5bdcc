import type { Socket } from "node:net";
import type { SMTPServer } from "smtp-server";
import { SMTPConnection } from "smtp-server/lib/smtp-connection.js";
import { answers, type SmtpAnswer } from "./smtp-answers";
import type { SmtpLimits } from "./smtp-limits";

const READY_FOR_TEXT = 354;

/**
 * One client. The protocol's library counts unknown commands and silence; here refusals and commands of every kind are
 * counted, and patience runs from our last reply, so that dripping octets does not renew it.
 */
export class GuardedConnection extends SMTPConnection {
  private readonly limits: SmtpLimits;
  private readonly onCutOff: (answer: SmtpAnswer | null) => void;
  private repliedAt = performance.now();
  private fruitfulAt = this.repliedAt;
  private errors = 0;
  private replies = 0;
  private inText = false;
  private gone = false;
  /** A command of the client's is being worked on: it waits for us. */
  working = false;

  constructor(
    server: SMTPServer,
    socket: Socket,
    options: ConstructorParameters<typeof SMTPConnection>[2],
    limits: SmtpLimits,
    onCutOff: (answer: SmtpAnswer | null) => void,
  ) {
    super(server, socket, options);
    this.limits = limits;
    this.onCutOff = onCutOff;
  }

  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    if (this.gone) return;
    const taken = this.inText && code === 250;
    this.inText = code === READY_FOR_TEXT;
    this.repliedAt = performance.now();
    if (taken) {
      this.fruitfulAt = this.repliedAt;
      this.errors = this.replies = 0;
    }
    this.replies += 1;
    // Recipients over the limit are to come in the next message (RFC 5321, 4.5.3.1.10): no fault of the client.
    if (code >= 400 && context !== "TOO_MANY_RECIPIENTS") this.errors += 1;
    if (this.errors > this.limits.errors) return this.cutOff(answers.tooManyErrors());
    if (this.replies > this.limits.commands) return this.cutOff(answers.tooManyCommands());
    // The library's own ways of sending a client away: silence, nonsense, a line without an end.
    if (code === 421) this.onCutOff(null);
    super.send(code, data, context);
  }

  /** Sends the client away when its patience is used up; called every now and then. */
  checkPatience(now: number, crowded: boolean): void {
    if (this.gone || this.inText || this.working) return;
    const patience = crowded ? Math.min(this.limits.crowdedIdleMs, this.limits.idleMs) : this.limits.idleMs;
    const late = now - this.repliedAt > patience || now - this.fruitfulAt > this.limits.barrenMs;
    if (late) this.cutOff(answers.timeout());
  }

  /** Says goodbye to a client that is in no message. */
  leaveIdle(): void {
    if (this.inText || this.working) return;
    this.gone = true;
    super.send(421, answers.stopping().message, false);
  }

  private cutOff(answer: SmtpAnswer): void {
    this.gone = true;
    this.onCutOff(answer);
    super.send(answer.responseCode, answer.message, false);
  }
}
