import { clientOf } from "~/lib/client-address.server";
import { answers, type SmtpAnswer } from "./smtp-answers";
import type { SmtpLimits } from "./smtp-limits";

const MINUTE_MS = 60_000;
/** A connection that ended in too many errors counts like so many. */
const PENALTY = 30;

/** Who may come in: counts each client's open connections, and how often strangers come within a minute. */
export class SmtpDoor {
  private readonly open = new Map<string, number>();
  private visits = new Map<string, number>();
  private minute = 0;

  constructor(
    private readonly limits: Pick<SmtpLimits, "connectionsPerIp" | "connectionsPerMinute">,
    private readonly isOwn: (ip: string) => boolean,
  ) {}

  /** The refusal, or null; who came in must be reported by `leave`. `now` is milliseconds. */
  enter(ip: string, now: number): SmtpAnswer | null {
    const client = clientOf(ip);
    const open = this.open.get(client) ?? 0;
    if (open >= this.limits.connectionsPerIp) return answers.tooManyConnections();
    if (!this.isOwn(ip) && this.visit(client, now, 1) > this.limits.connectionsPerMinute) return answers.tooOften();
    this.open.set(client, open + 1);
    return null;
  }

  leave(ip: string): void {
    const client = clientOf(ip);
    const open = (this.open.get(client) ?? 0) - 1;
    if (open > 0) this.open.set(client, open);
    else this.open.delete(client);
  }

  /** For a client that was sent away for its errors. */
  penalise(ip: string, now: number): void {
    if (!this.isOwn(ip)) this.visit(clientOf(ip), now, PENALTY);
  }

  private visit(client: string, now: number, weight: number): number {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.minute) {
      this.minute = minute;
      this.visits = new Map();
    }
    const visits = (this.visits.get(client) ?? 0) + weight;
    this.visits.set(client, visits);
    return visits;
  }
}
