import type { InboundStage, MailSource } from "~/generated/prisma/client";
import { database } from "~/platform/db.server";

/** A received mail with its bytes, as the mailroom works on it. */
export type InboundWork = {
  id: string;
  source: MailSource;
  receivedAt: Date;
  envelopeFrom: string;
  recipients: string[];
  stage: InboundStage;
  /** Counts this run too. */
  attempts: number;
  error: string | null;
  bytes: Buffer;
};

const TAKE = {
  name: "take-inbound-mail",
  text: `with work as (
      update inbound_mail set attempts = attempts + 1 where id = $1 and stage not in ('done', 'failed') returning *
    )
    select w.id, w.source, w.received_at as "receivedAt", w.envelope_from as "envelopeFrom", w.recipients, w.stage,
      w.attempts, w.error, r.bytes
    from work w join raw_mail r on r.inbound_id = w.id`,
};

/** Counts one more attempt, committed before the work begins, and reads the mail; null when it is finished or gone. */
export async function takeInboundMail(id: string): Promise<InboundWork | null> {
  const { rows } = await database().pool.query<InboundWork>({ ...TAKE, values: [id] });
  return rows[0] ?? null;
}
