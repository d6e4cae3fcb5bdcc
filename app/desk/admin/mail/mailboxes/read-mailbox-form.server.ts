import { type ImapForm, imapForm, PROVIDER_HOSTS } from "~/domain/mailroom/imap/imap-schema";
import { testImapAccount } from "~/domain/mailroom/imap/test-imap-account.server";
import { keepTypedSecrets } from "~/domain/mailroom/imap/typed-secret.server";
import type { MailboxTrial } from "~/domain/mailroom/imap/imap-views";
import type { PersonCtx } from "~/http/ctx.server";
import { parse, textFields } from "~/http/forms.server";

/** Never sent back to the browser. Their names keep them out of what a refused form gets back, too. */
const SECRETS = ["password", "clientPassword", "refreshToken"];

/** A mailbox's fields as typed; the two providers' servers need not be. */
export function readMailboxForm(form: FormData): ImapForm {
  const text = (name: string) => String(form.get(name) ?? "");
  const auth = text("auth") || "password";
  const host = auth === "microsoft" || auth === "google" ? text("host").trim() || PROVIDER_HOSTS[auth] : text("host");
  return parse(imapForm, {
    name: text("name"),
    host,
    port: text("port").trim() || (text("security") === "tls" ? "993" : "143"),
    security: text("security") || "tls",
    certificate: text("certificate"),
    username: text("username"),
    auth,
    password: text("password"),
    clientId: text("clientId"),
    clientSecret: text("clientPassword"),
    tenant: text("tenant"),
    refreshToken: text("refreshToken"),
    folder: text("folder"),
    afterwards: text("afterwards") || "seen",
    moveTo: text("moveTo"),
    address: text("address"),
    since: text("since") || null,
  });
}

export type MailboxTest = { trial: MailboxTrial; values: Record<string, string> };

/** Tries the connection that a form describes. Nothing is saved: the form comes back as typed, its secrets sealed. */
export async function testMailboxForm(ctx: PersonCtx, form: FormData, mailboxId?: string): Promise<MailboxTest> {
  const typed = readMailboxForm(form);
  const before = String(form.get("kept") ?? "");
  const trial = await testImapAccount(ctx, typed, { mailboxId, kept: before });
  const values = Object.entries(textFields(form)).filter(([name]) => !SECRETS.includes(name));
  const sealed = keepTypedSecrets(ctx, typed, before);
  return { trial, values: { ...Object.fromEntries(values), host: typed.host, kept: sealed } };
}
