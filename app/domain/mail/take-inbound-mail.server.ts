import type { InboundStage, MailSource } from "~/generated/prisma/client";
import { database } from "~/platform/db.server";
import type { AuthResults } from "./auth-results";

/** A received mail with its bytes, as the mailroom works on it. */
export type InboundWork = {
  id: string;
  source: MailSource;
  receivedAt: Date;
  envelopeFrom: string;
  recipients: string[];
  clientIp: string;
  helo: string;
  imapId: string | null;
  stage: InboundStage;
  /** Counts this run too. */
  attempts: number;
  error: string | null;
  /** What an earlier run found out about the sender. */
  auth: AuthResults | null;
  /** Opaque to mail. */
  trace: unknown;
  /** The entry of the block list that an earlier run met. */
  blockedBy: string | null;
  bytes: Buffer;
};

/** Of `inbound_mail w` and its `raw_mail r`. */
export const INBOUND_COLUMNS = `w.id, w.source, w.received_at as "receivedAt", w.envelope_from as "envelopeFrom", w.recipients,
  w.client_ip as "clientIp", w.helo, w.imap_id as "imapId", w.stage, w.attempts, w.error, w.auth, w.trace, w.blocked_by as "blockedBy",
  r.bytes`;

const TAKE = {
  name: "take-inbound-mail",
  text: `with work as (
      update inbound_mail set attempts = attempts + 1
      where id = $1 and stage not in ('held', 'done', 'failed') returning *
    )
    select ${INBOUND_COLUMNS} from work w join raw_mail r on r.inbound_id = w.id`,
};

/** Counts one more attempt, committed before the work begins, and reads the mail; null when it is finished, held or gone. */
export async function takeInboundMail(id: string): Promise<InboundWork | null> {
  const { rows } = await database().pool.query<InboundWork>({ ...TAKE, values: [id] });
  return rows[0] ?? null;
}
