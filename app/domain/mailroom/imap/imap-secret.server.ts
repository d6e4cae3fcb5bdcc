import { z } from "zod";
import { seal, unseal } from "~/platform/secret-box.server";

const PURPOSE = "imap-account";

/** What opens a mailbox: a password, or what an access token is asked for with. */
export const imapSecret = z.union([
  z.object({ password: z.string().min(1) }),
  z.object({
    clientId: z.string().min(1),
    /** Empty for a public client. */
    clientSecret: z.string(),
    /** Of Microsoft 365; empty elsewhere. */
    tenant: z.string(),
    refreshToken: z.string().min(1),
  }),
]);

export type ImapSecret = z.output<typeof imapSecret>;
export type OAuthSecret = Extract<ImapSecret, { refreshToken: string }>;

/** For the column `imap_account.secret`. */
export const sealImapSecret = (secret: ImapSecret): string => seal(PURPOSE, JSON.stringify(secret));

/** What the column holds; null when it was sealed under another SPORTELLO_SECRET. */
export function unsealImapSecret(sealed: string): ImapSecret | null {
  const text = unseal(PURPOSE, sealed);
  if (text === null) return null;
  const parsed = imapSecret.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
