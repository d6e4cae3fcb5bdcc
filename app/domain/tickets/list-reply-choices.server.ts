import { fillWords } from "~/lib/fill-words";
import type { Ctx } from "~/platform/ctx.server";
import { readTicketWords } from "./internal/ticket-words.server";
import { repliesNaming, visibleReplies } from "./internal/visible-replies.server";
import { requireStaffActor } from "./policy";
import { readReplyTexts, textFor } from "./saved-reply-schema";
import type { ReplyChoice } from "./saved-reply-views";

const MOST = 50;

/**
 * The saved replies that fit a ticket, as they would read there: the agent's own first, then those of its queue and of
 * all; at most fifty that hold the words, names that begin with them first.
 */
export async function listReplyChoices(
  ctx: Ctx,
  number: number,
  q: string,
): Promise<{ choices: ReplyChoice[]; more: boolean }> {
  const actor = requireStaffActor(ctx.actor);
  const { queueId, languages, values } = await readTicketWords(ctx, actor, number);
  const rows = await ctx.db.$queryRaw<{ id: string; name: string; shared: boolean; texts: unknown; files: number }[]>`
    select r.id::text, r.name, r.owner_id is null as shared, r.texts,
      (select count(*)::int from saved_reply_file f where f.saved_reply_id = r.id) as files
    from saved_reply r
    where r.archived_at is null and ${visibleReplies(actor)} and ${repliesNaming(q)}
      and (r.owner_id is not null or r.queue_ids = '{}' or ${queueId}::uuid = any(r.queue_ids))
    order by not starts_with(lower(r.name), lower(${q.trim()})), r.owner_id is null, r.name, r.id limit ${MOST + 1}`;
  const choices = rows.slice(0, MOST).map(({ texts, ...row }) => {
    const { text, locale } = textFor(readReplyTexts(texts), languages);
    return { ...row, locale, text: fillWords(text, values) };
  });
  return { choices, more: rows.length > MOST };
}
