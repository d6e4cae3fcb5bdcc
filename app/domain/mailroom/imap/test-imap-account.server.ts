import { limitTrials } from "~/domain/mail/limit-trials.server";
import { assertAdministers } from "~/domain/routing/policy";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { makeTokenSource, type TokenUrl } from "./access-token.server";
import { accountColumns, SERVER_FIELDS } from "./account-columns.server";
import { keepSecret } from "./account-state.server";
import { connectImap, type Credentials } from "./connect-imap.server";
import type { ImapForm } from "./imap-schema";
import { imapLimits } from "./imap-limits";
import { imapProblem, ImapFailure } from "./imap-problem";
import { type ImapSecret, sealImapSecret, unsealImapSecret } from "./imap-secret.server";
import type { MailboxTrial } from "./imap-views";
import { secretOf } from "./typed-secret.server";

/** A person waits for the answer. */
const ANSWER_MS = 12_000;
const MAX_FOLDERS = 500;

type Options = { /** The account whose form it is. */ mailboxId?: string; kept?: string; tokenUrl?: TokenUrl };

/**
 * Signs in as a form says, lists the folders and counts the folder's messages; nothing there or here is changed, but a
 * saved account keeps a refresh token that the provider renewed. A refusal is a result, not an error.
 */
export async function testImapAccount(ctx: Ctx, form: ImapForm, options: Options = {}): Promise<MailboxTrial> {
  assertAdministers(ctx.actor);
  const saved = options.mailboxId ? await readSaved(ctx, options.mailboxId, form) : null;
  const secret = secretOf(ctx, form, options.kept ?? "", saved);
  await limitTrials(ctx, "mailbox");
  try {
    const credentials = credentialsOf(form, secret, options, saved?.sealed ?? null);
    return await tryOut(form, credentials);
  } catch (error) {
    return { problem: imapProblem(error), messages: null, folders: [] };
  }
}

async function readSaved(ctx: Ctx, id: string, form: ImapForm) {
  const row = await ctx.db.imapAccount.findUnique({ where: { id } });
  if (!row) throw notFound();
  const columns = accountColumns(ctx, form);
  const sameServer = SERVER_FIELDS.every((field) => row[field] === columns[field]);
  return { sealed: row.secret, secret: unsealImapSecret(row.secret), sameServer };
}

function credentialsOf(
  { auth }: ImapForm,
  secret: ImapSecret,
  { mailboxId, tokenUrl }: Options,
  sealed: string | null,
): Credentials {
  if ("password" in secret || auth === "password") {
    if ("password" in secret) return secret;
    throw new ImapFailure("secret");
  }
  const keep = async (next: ImapSecret) => {
    if (mailboxId && sealed) await keepSecret(mailboxId, sealed, sealImapSecret(next));
  };
  const source = makeTokenSource(auth, secret, keep, tokenUrl);
  return { token: (fresh) => source.get(fresh) };
}

async function tryOut(form: ImapForm, credentials: Credentials): Promise<MailboxTrial> {
  const limits = { ...imapLimits, answerMs: ANSWER_MS };
  const client = await connectImap(form, credentials, limits, AbortSignal.timeout(2 * ANSWER_MS));
  try {
    const folders = (await client.list())
      .filter(({ flags }) => !flags.has("\\Noselect") && !flags.has("\\NonExistent"))
      .map(({ path }) => path)
      .slice(0, MAX_FOLDERS);
    // STATUS opens nothing, so that not even "recent" marks go.
    const status = await client.status(form.folder, { messages: true }).catch(() => false as const);
    const messages = status ? (status.messages ?? 0) : null;
    const problem = status ? null : { code: "folder" as const, detail: form.folder };
    await client.logout().catch(() => undefined);
    return { problem, messages, folders };
  } finally {
    client.close();
  }
}
