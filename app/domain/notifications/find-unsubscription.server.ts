import { findUnsubscribable } from "~/domain/mail/find-unsubscribable.server";
import type { Ctx } from "~/platform/ctx.server";

/** What a mail's unsubscribe link is about, in words for its page. */
export type Unsubscription =
  { what: "ticket"; number: number; subject: string } | { what: "notices" } | { what: "news"; subject: string };

/** Reads an unsubscribe link without following it; null when it is not ours or too old to know. */
export async function findUnsubscription(ctx: Ctx, token: string): Promise<Unsubscription | null> {
  const mail = await findUnsubscribable(ctx, token);
  if (!mail?.personId) return null;
  if (mail.template === "agent-notice") return { what: "notices" };
  if (mail.followed) return { what: "news", subject: mail.subject };
  return { what: "ticket", number: mail.number, subject: mail.subject };
}
