import { z } from "zod";
import { clock } from "~/platform/clock.server";
import { ImapFailure } from "./imap-problem";
import type { OAuthSecret } from "./imap-secret.server";

export type OAuthProvider = "microsoft" | "google";

/** Where access tokens come from (RFC 6749, 6), by provider and tenant. */
export type TokenUrl = (provider: OAuthProvider, tenant: string) => string;

export const tokenUrl: TokenUrl = (provider, tenant) =>
  provider === "microsoft"
    ? `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`
    : "https://oauth2.googleapis.com/token";

/** Google's refresh tokens have their scope in them; Microsoft's are for whatever is asked. */
const SCOPE = { microsoft: "https://outlook.office.com/IMAP.AccessAsUser.All offline_access", google: "" };
const ANSWER_MS = 20_000;
/** A token that ends within this time is not used any more. */
const MARGIN_MS = 5 * 60_000;

const granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(3_600),
  refresh_token: z.string().min(1).optional(),
});
const refused = z.object({ error: z.string(), error_description: z.string().default("") });

export type TokenSource = {
  /** An access token with some minutes to live; `fresh` asks for a new one although the last has not ended. */
  get(fresh?: boolean): Promise<string>;
};

/**
 * Gives access tokens for one mailbox and asks for a new one before the last ends. A refresh token that comes with it
 * takes the old one's place, here and through `keep`. Rejects with an ImapFailure (`token`, `token_unreachable`).
 */
export function makeTokenSource(
  provider: OAuthProvider,
  secret: OAuthSecret,
  keep: (secret: OAuthSecret) => Promise<void>,
  urlOf: TokenUrl = tokenUrl,
): TokenSource {
  let current = secret;
  let held: { token: string; until: number } | null = null;
  return {
    async get(fresh = false) {
      const now = clock.now().getTime();
      if (held && !fresh && held.until > now) return held.token;
      const answer = await ask(urlOf(provider, current.tenant), provider, current);
      held = { token: answer.access_token, until: now + answer.expires_in * 1_000 - MARGIN_MS };
      if (answer.refresh_token && answer.refresh_token !== current.refreshToken) {
        current = { ...current, refreshToken: answer.refresh_token };
        await keep(current);
      }
      return answer.access_token;
    },
  };
}

async function ask(url: string, provider: OAuthProvider, secret: OAuthSecret) {
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    client_id: secret.clientId,
    refresh_token: secret.refreshToken,
  });
  if (secret.clientSecret) form.set("client_secret", secret.clientSecret);
  if (SCOPE[provider]) form.set("scope", SCOPE[provider]);
  const response = await fetch(url, {
    method: "POST",
    body: form,
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch((error: Error) => {
    throw new ImapFailure("token_unreachable", `${new URL(url).host}: ${error.message}`);
  });
  const answer: unknown = await response.json().catch(() => null);
  const good = granted.safeParse(answer);
  if (response.ok && good.success) return good.data;
  const bad = refused.safeParse(answer);
  const words = bad.success ? `${bad.data.error}: ${bad.data.error_description}` : `HTTP ${response.status}`;
  // A provider in trouble answers with 5xx; the token may be good all the same.
  throw new ImapFailure(response.status >= 500 ? "token_unreachable" : "token", words);
}
