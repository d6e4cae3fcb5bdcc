import type { ImapFlow } from "imapflow";
import { beginFolder, noteConnected, noteProblem } from "./account-state.server";
import type { ByteBudget } from "./byte-budget";
import { connectImap, type Credentials } from "./connect-imap.server";
import { type Breaks, fetchNewMessages, retryRefusedMessages } from "./fetch-new-messages.server";
import type { FolderState, ImapAccount } from "./imap-account";
import type { ImapLimits } from "./imap-limits";
import { imapProblem, ImapFailure } from "./imap-problem";
import { listenForNews } from "./listen-for-news.server";
import { settleMessages } from "./settle-messages.server";
import { watchSilence } from "./watch-silence";

const GOODBYE_MS = 2_000;

export type Session = {
  account: ImapAccount;
  credentials: Credentials;
  limits: ImapLimits;
  budget: ByteBudget;
  signal: AbortSignal;
  breaks: Breaks;
  /** Says that the connection stands, and then that it has ended. */
  onConnected(connected: boolean): void;
};

/**
 * One connection to one mailbox: takes what is there, then what comes, until the signal (resolves) or until something
 * breaks (rejects with what `imapProblem` understands). What is being made ours is finished first.
 */
export async function runSession(session: Session): Promise<void> {
  const { account, credentials, limits, budget, signal, breaks } = session;
  const client = await connectImap(account, credentials, limits, signal);
  let late: NodeJS.Timeout | undefined;
  const hurry = () => void (late = setTimeout(() => client.close(), limits.stopMs));
  signal.addEventListener("abort", hurry, { once: true });
  const watched = watchSilence(client, limits.answerMs);
  try {
    if (signal.aborted) return;
    let state = await openFolder(client, account);
    await noteConnected(account.id);
    session.onConnected(true);
    const listener = listenForNews(client, limits);
    const settle = makeSettler(client, account);
    let renewed = false;
    while (!signal.aborted) {
      await settle(state);
      const job = { client, account, state, limits, budget, signal, breaks, settle: () => settle(state) };
      if (renewed) await retryRefusedMessages(job);
      renewed = false;
      await fetchNewMessages(job);
      if (signal.aborted) break;
      if ((await listener.wait(signal)) === "renew" && !signal.aborted) {
        state = await openFolder(client, account);
        settle.again();
        renewed = true;
      }
    }
  } catch (error) {
    // While the connection stands it was not the server's doing.
    const foreign = client.usable && !(error instanceof ImapFailure);
    throw foreign ? new ImapFailure("other", imapProblem(error).detail) : error;
  } finally {
    session.onConnected(false);
    watched();
    await sayGoodbye(client);
    signal.removeEventListener("abort", hurry);
    clearTimeout(late);
  }
}

async function openFolder(client: ImapFlow, { id, folder }: ImapAccount): Promise<FolderState> {
  const { uidValidity } = await client.mailboxOpen(folder).catch((error: unknown) => {
    const problem = imapProblem(error);
    throw new ImapFailure(problem.code === "other" ? "folder" : problem.code, `${folder}: ${problem.detail}`);
  });
  return beginFolder(id, uidValidity);
}

/** A folder that cannot be moved to keeps no mail from being taken: it is told once, and tried again at the renewal. */
function makeSettler(client: ImapFlow, account: ImapAccount) {
  let blocked = false;
  const settle = async ({ uidValidity }: FolderState): Promise<void> => {
    if (blocked) return;
    try {
      await settleMessages(client, account, uidValidity);
    } catch (error) {
      if (!(error instanceof ImapFailure) || !client.usable) throw error;
      blocked = true;
      await noteProblem(account.id, imapProblem(error));
    }
  };
  return Object.assign(settle, { again: () => void (blocked = false) });
}

async function sayGoodbye(client: ImapFlow): Promise<void> {
  if (client.usable) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, GOODBYE_MS)));
    await Promise.race([client.logout().catch(() => undefined), late]);
    clearTimeout(timer);
  }
  client.close();
}
