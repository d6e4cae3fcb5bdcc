import { findUnsubscribable } from "~/domain/mail/find-unsubscribable.server";
import { muteParticipant } from "~/domain/tickets/mute-participant.server";
import type { Ctx } from "~/platform/ctx.server";
import { AGENT_KINDS } from "./preference-kinds";
import { switchOffMail } from "./switch-off-mail.server";

/**
 * Follows a one-click unsubscribe (RFC 8058) for the mail's own recipient: no more copies of that ticket, no more
 * notices of that kind, or no more mails about that topic or news. False when the link is not ours. A second time changes nothing.
 */
export async function unsubscribe(ctx: Ctx, token: string): Promise<boolean> {
  const mail = await findUnsubscribable(ctx, token);
  if (!mail?.personId) return false;
  const kind = AGENT_KINDS.find((k) => k === mail.kind);
  if (mail.template === "agent-notice" && kind) await switchOffMail(ctx, mail.personId, kind);
  else if (mail.followed && mail.followedId) await stopFollowing(ctx, mail.personId, mail.followed, mail.followedId);
  else if (mail.threadId) await muteParticipant(ctx, { ticketId: mail.threadId, personId: mail.personId });
  return true;
}

async function stopFollowing(ctx: Ctx, personId: string, followed: "topic" | "news", id: string): Promise<void> {
  if (followed === "topic") await ctx.db.topicFollower.deleteMany({ where: { personId, topicId: id } });
  else await ctx.db.newsFollower.deleteMany({ where: { personId, newsId: id } });
}
