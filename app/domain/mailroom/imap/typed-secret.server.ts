import { z } from "zod";
import { invalid } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { seal, unseal } from "~/platform/secret-box.server";
import type { ImapForm } from "./imap-schema";
import type { ImapSecret } from "./imap-secret.server";

const PURPOSE = "imap-form";
const KEPT_MS = 60 * 60_000;

const typed = z.object({
  password: z.string(),
  clientSecret: z.string(),
  refreshToken: z.string(),
  by: z.string().nullable(),
  at: z.number(),
});
type Typed = z.output<typeof typed>;

/**
 * Secrets that were typed into a form, sealed so that the form can come back without showing them and need not be filled
 * in again; good for an hour and for the same person.
 */
export function keepTypedSecrets(ctx: Ctx, form: ImapForm, before: string): string {
  const known = openTyped(ctx, before);
  const text = (name: "password" | "clientSecret" | "refreshToken") => form[name] || known?.[name] || "";
  const values: Typed = {
    password: text("password"),
    clientSecret: text("clientSecret"),
    refreshToken: text("refreshToken"),
    by: actorPersonId(ctx),
    at: ctx.now.getTime(),
  };
  return values.password || values.clientSecret || values.refreshToken ? seal(PURPOSE, JSON.stringify(values)) : "";
}

/** What `keepTypedSecrets` sealed; null when it is too old or somebody else's. */
function openTyped(ctx: Ctx, sealed: string): Typed | null {
  const text = sealed && unseal(PURPOSE, sealed);
  if (!text) return null;
  const values = typed.parse(JSON.parse(text));
  return values.by === actorPersonId(ctx) && ctx.now.getTime() - values.at < KEPT_MS ? values : null;
}

/**
 * The secret that a form means: what is typed in it, else what was typed into it before, else what is saved. A saved one
 * goes to no other server than it was saved for: then it must be typed again (field error).
 */
export function secretOf(
  ctx: Ctx,
  form: ImapForm,
  kept: string,
  saved: { secret: ImapSecret | null; sameServer: boolean } | null,
): ImapSecret {
  const before = openTyped(ctx, kept);
  const stored = saved?.sameServer ? saved.secret : null;
  const missing = (field: string) => {
    const again = saved?.secret && !saved.sameServer;
    const key = again ? "mailadmin:imap.error.again" : "common:error.required";
    return invalid("common:error.checkFields", { [field]: key });
  };
  if (form.auth === "password") {
    const password = form.password || before?.password || (stored && "password" in stored ? stored.password : "");
    if (!password) throw missing("password");
    return { password };
  }
  const tokens = stored && "refreshToken" in stored ? stored : null;
  const refreshToken = form.refreshToken || before?.refreshToken || tokens?.refreshToken || "";
  if (!refreshToken) throw missing("refreshToken");
  const clientSecret = form.clientSecret || before?.clientSecret || tokens?.clientSecret || "";
  return { clientId: form.clientId, tenant: form.auth === "microsoft" ? form.tenant : "", clientSecret, refreshToken };
}
