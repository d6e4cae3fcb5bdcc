import { tooMany } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { takeRateLimit } from "~/platform/rate-limit.server";

/** How often one administrator may try each in ten minutes: enough to get it right, too little to scan or to flood. */
const TRIALS = { mailbox: 20, transport: 20, receiver: 20, mail: 10, dns: 40, rules: 40 } as const;
const WINDOW_SECONDS = 600;

/** Counts a trial that connects somewhere, sends a mail or reads a thousand; 429 when there were too many lately. */
export async function limitTrials(ctx: Ctx, what: keyof typeof TRIALS): Promise<void> {
  const personId = actorPersonId(ctx);
  if (!personId) return;
  if (!(await takeRateLimit(ctx, `mail trial ${what} ${personId}`, TRIALS[what], WINDOW_SECONDS)))
    throw tooMany("common:error.tooMany");
}
