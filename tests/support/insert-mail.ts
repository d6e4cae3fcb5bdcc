import type { Prisma as P } from "~/generated/prisma/client";
import type { HoldData, HoldReason } from "~/domain/mailroom/holds";
import { newId } from "~/lib/id";
import { clock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { queues } from "./cast";

type MailFields = Partial<P.InboundMailUncheckedCreateInput> & {
  /** The mail as it came; a plain one is made of the fields when absent. */
  bytes?: Buffer;
  hold?: Partial<P.MailHoldUncheckedCreateInput> & { reason: HoldReason; data?: HoldData };
};

/** A received mail's bare rows, to Repairs from a stranger unless told otherwise: for tests of queries. */
export async function insertMail({ bytes, hold, ...fields }: MailFields = {}): Promise<{ id: string }> {
  const now = clock.now();
  const id = fields.id ?? newId(now.getTime());
  const subject = fields.subject ?? "A question";
  const from = fields.fromAddress ?? "stranger@elsewhere.example";
  const raw =
    bytes ??
    Buffer.from(
      `From: ${fields.fromName ?? ""} <${from}>\r\nTo: ${queues.repairs.address}\r\nSubject: ${subject}\r\nMessage-ID: <${id}@elsewhere.example>\r\n\r\nHello.\r\n`,
    );
  const queueId = fields.queueId === undefined ? queues.repairs.id : fields.queueId;
  await database().prisma.inboundMail.create({
    data: {
      id,
      source: "smtp",
      receivedAt: now,
      envelopeFrom: from,
      recipients: [queues.repairs.address],
      size: raw.length,
      sha256: "",
      subject,
      fromAddress: from,
      messageId: `<${id}@elsewhere.example>`,
      stage: hold ? "held" : "done",
      ...fields,
      queueId,
      raw: { create: { bytes: new Uint8Array(raw) } },
      ...(hold && {
        hold: { create: { queueId, heldAt: now, alertAt: new Date(now.getTime() + 4 * 3_600_000), ...hold } },
      }),
    },
  });
  return { id };
}
