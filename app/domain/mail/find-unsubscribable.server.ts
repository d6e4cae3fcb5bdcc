import type { Ctx } from "~/platform/ctx.server";
import { readUnsubscribeToken } from "./unsubscribe-token.server";

export type UnsubscribableMail = {
  template: string;
  personId: string | null;
  threadId: string | null;
  /** Of an agent's notice. */
  kind: string | null;
  number: number;
  subject: string;
  /** Of a mail to a follower. */
  followed: "topic" | "news" | null;
  followedId: string | null;
};

/** The mail behind an unsubscribe link, or null when the signature is wrong or the mail is gone. */
export async function findUnsubscribable(ctx: Ctx, token: string): Promise<UnsubscribableMail | null> {
  const id = readUnsubscribeToken(token);
  if (!id) return null;
  const [row] = await ctx.db.$queryRaw<UnsubscribableMail[]>`
    select template, person_id::text as "personId", thread_id::text as "threadId", props ->> 'kind' as kind,
      coalesce((props ->> 'number')::int, 0) as number, coalesce(props ->> 'subject', '') as subject,
      props ->> 'followed' as followed, props ->> 'followedId' as "followedId"
    from outbound_mail where id = ${id}::uuid and template in ('participant-message', 'agent-notice', 'news')`;
  return row ?? null;
}
