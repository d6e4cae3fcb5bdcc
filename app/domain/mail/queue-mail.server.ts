import { type MailPropsInput, type MailTemplate, mailProps } from "#emails/props";
import { normaliseAddress } from "~/domain/identity/address";
import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type AutomaticMail, takeMailLimits } from "./automatic-mail-limits.server";
import { makeMessageId } from "./reply-keys.server";
import { hashMessageId } from "./thread-keys.server";

const MAIL_OUT_PRIORITY = 10;
const MAX_REFERENCES = 20;

export type MailToQueue<T extends MailTemplate> = {
  template: T;
  props: MailPropsInput<T>;
  locale: string;
  to: { address: string; name: string; personId?: string | null };
  /** The queue's address and name; the installation's when absent. */
  from?: { address: string; name: string } | null;
  threadId?: string | null;
  entryId?: string | null;
  inReplyTo?: string | null;
  references?: readonly string[];
  /** RFC 3834; such mail passes the limits. Null for a person's own words. */
  autoSubmitted?: AutomaticMail | null;
  /** From `mailIdFor`: a rerun of the same job queues nothing new. */
  id?: string;
};

/** `suppressed` says why nothing will be sent: the reason of the address's suppression, or a limit. */
export type QueuedMail = { id: string; messageId: string; suppressed: string | null };

/**
 * Writes one mail to one recipient with its delivery job and the thread of its Message-ID, in the caller's transaction.
 * A suppressed address or a reached limit leaves a row in state `suppressed` and no job.
 */
export async function queueMail<T extends MailTemplate>(ctx: Ctx, mail: MailToQueue<T>): Promise<QueuedMail> {
  const address = normaliseAddress(mail.to.address);
  if (!address) throw invalid("common:error.email");
  const props = mailProps[mail.template].parse(mail.props);
  const id = mail.id ?? newId(ctx.now.getTime());
  const messageId = makeMessageId(id);
  const queued = mail.id ? await findQueued(ctx, id) : null;
  if (queued) return { id, messageId, ...queued };
  const automatic = mail.autoSubmitted ?? null;
  const limit = automatic ? await takeMailLimits(ctx, automatic, address, mail.threadId ?? null) : null;

  const [row] = await ctx.db.$queryRaw<{ suppressed: string | null }[]>(
    prepared(Prisma.sql`
    with refusal as (
      select coalesce(
        (select reason from suppression where address = ${address} and until > ${ctx.now}), ${limit}::text) as reason
    ), mail as (
      insert into outbound_mail (id, template, locale, props, recipient, recipient_name, person_id, from_address, from_name,
        message_id, in_reply_to, "references", auto_submitted, thread_id, entry_id, state, reason, next_try_at, created_at)
      select ${id}::uuid, ${mail.template}, ${mail.locale}, ${JSON.stringify(props)}::jsonb, ${address},
        ${oneLine(mail.to.name)}, ${mail.to.personId ?? null}::uuid, ${mail.from?.address ?? null},
        ${mail.from ? oneLine(mail.from.name) : null}, ${messageId}, ${messageIds([mail.inReplyTo])[0] ?? null},
        ${messageIds(mail.references ?? []).slice(-MAX_REFERENCES)}::text[], ${automatic}, ${mail.threadId ?? null}::uuid,
        ${mail.entryId ?? null}::uuid,
        (case when reason is null then 'queued' else 'suppressed' end)::delivery_state, reason, ${ctx.now}, ${ctx.now}
      from refusal
      on conflict (id) do nothing
      returning state
    ), thread as (
      insert into thread_key (id_hash, thread_id, entry_id, at)
      select ${hashMessageId(messageId)}::uuid, ${mail.threadId ?? null}::uuid, ${mail.entryId ?? null}::uuid, ${ctx.now}
      from mail where ${mail.threadId ?? null}::uuid is not null
      on conflict (id_hash) do nothing
    ), job as (
      select graphile_worker.add_job('mail.deliver', json_build_object('outboundId', ${id}::text), null, null, 25,
        ${`mail.deliver:${id}`}, ${MAIL_OUT_PRIORITY}::int)
      from mail where state = 'queued'
    )
    select reason as suppressed, (select count(*) from job) as jobs from refusal`),
  );
  return { id, messageId, suppressed: row?.suppressed ?? null };
}

/** What an earlier run of the same job made of the mail: it counts against no limit again. */
async function findQueued(ctx: Ctx, id: string): Promise<Pick<QueuedMail, "suppressed"> | null> {
  const [row] = await ctx.db.$queryRaw<Pick<QueuedMail, "suppressed">[]>(
    prepared(Prisma.sql`
    select case when state = 'suppressed' then reason end as suppressed from outbound_mail where id = ${id}::uuid`),
  );
  return row ?? null;
}

/** Names never carry a line end into a header. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 200);

/** Only what is a Message-ID: `<left@right>` in printable ASCII, short enough for a line. */
const messageIds = (ids: readonly (string | null | undefined)[]): string[] =>
  ids.filter((id): id is string => /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/.test(id ?? ""));
