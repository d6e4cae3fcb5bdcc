import { setTimeout as sleep } from "node:timers/promises";
import { log } from "~/platform/log.server";
import { makeTokenSource, type TokenUrl } from "./access-token.server";
import { keepSecret, noteEnded, readAccount } from "./account-state.server";
import type { ByteBudget } from "./byte-budget";
import type { Credentials } from "./connect-imap.server";
import type { Breaks } from "./fetch-new-messages.server";
import type { ImapAccount } from "./imap-account";
import type { ImapLimits } from "./imap-limits";
import { ImapFailure, imapProblem, type ImapProblemCode } from "./imap-problem";
import { sealImapSecret, unsealImapSecret } from "./imap-secret.server";
import { runSession } from "./run-session.server";

export type Follower = { connected(): boolean; /** Resolves when the connection is closed. */ stop(): Promise<void> };

/** Where more tries soon would only do harm. */
const PERSONS_BUSINESS: readonly ImapProblemCode[] = ["login", "login_disabled", "token", "secret"];

/**
 * Keeps one connection to the mailbox until stopped: connects anew after every failure, with growing pauses and jitter,
 * longer ones after a refused login. The caller holds the mailbox's lock, and stops this when the account has changed.
 */
export function followMailbox(
  accountId: string,
  { limits, budget, tokenUrl }: { limits: ImapLimits; budget: ByteBudget; tokenUrl?: TokenUrl },
): Follower {
  const abort = new AbortController();
  const { signal } = abort;
  const breaks: Breaks = new Map();
  let connected = false;
  const done = run();

  async function run(): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      let since = Infinity;
      const onConnected = (value: boolean) => {
        connected = value;
        if (value) since = Date.now();
      };
      try {
        const account = await readAccount(accountId);
        if (!account) return;
        const credentials = credentialsOf(account, tokenUrl);
        await runSession({ account, credentials, limits, budget, signal, breaks, onConnected });
        await noteEnded(accountId, null);
      } catch (error) {
        if (signal.aborted) return void (await noteEnded(accountId, null));
        const problem = imapProblem(error);
        log.warn({ accountId, problem: problem.code, err: problem.detail }, "a mailbox is not connected");
        await noteEnded(accountId, problem);
        failures = Date.now() - since > limits.goodMs ? 1 : failures + 1;
        await sleep(pauseAfter(problem.code, failures, limits), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  return {
    connected: () => connected,
    async stop() {
      abort.abort();
      // An identity provider that does not answer holds nobody back.
      await Promise.race([done, sleep(3 * limits.stopMs, undefined, { ref: false })]);
    },
  };
}

function credentialsOf({ id, auth, secret: sealed }: ImapAccount, tokenUrl?: TokenUrl): Credentials {
  const secret = unsealImapSecret(sealed);
  if (!secret) throw new ImapFailure("secret");
  if ("password" in secret) return secret;
  if (auth === "password") throw new ImapFailure("secret");
  let stored = sealed;
  const source = makeTokenSource(
    auth,
    secret,
    async (next) => {
      const after = sealImapSecret(next);
      await keepSecret(id, stored, after);
      stored = after;
    },
    tokenUrl,
  );
  return { token: (fresh) => source.get(fresh) };
}

/** Doubles from the first pause to the longest; the jitter keeps many mailboxes of one server apart. */
function pauseAfter(code: ImapProblemCode, failures: number, limits: ImapLimits): number {
  const [first, longest] = PERSONS_BUSINESS.includes(code)
    ? [limits.refusedRetryMs, limits.maxRefusedRetryMs]
    : [limits.retryMs, limits.maxRetryMs];
  const pause = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return pause * (0.75 + Math.random() / 2);
}
