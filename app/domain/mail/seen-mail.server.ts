import { createHash } from "node:crypto";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { hashMessageId } from "./thread-keys.server";

/** What makes two deliveries the same mail: names of relays, boundaries and encodings do not count. */
export type MailContent = {
  from: string;
  subject: string;
  date: Date | null;
  text: string;
  html: string | null;
  attachments: readonly { sha256: string }[];
};

/** `id` names the Message-ID, or the content where there is none; both are SHA-256 cut to 128 bits, as UUID. */
export type SeenKey = { id: string; content: string };

/** Null when a repeat cannot be told from a second mail: no Message-ID and no date. */
export function makeSeenKey(messageId: string | null, mail: MailContent): SeenKey | null {
  const content = asUuid(
    createHash("sha256")
      .update(JSON.stringify([mail.from, mail.subject, mail.text, mail.html, mail.attachments.map((a) => a.sha256)]))
      .digest("hex"),
  );
  if (messageId) return { id: hashMessageId(messageId), content };
  return mail.date ? { id: hashMessageId(`${mail.date.toISOString()} ${content}`), content } : null;
}

const asUuid = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;

/** `firstInboundId` is set when the same mail came before; `marked` when its Message-ID came with other content. */
export type Seen = { firstInboundId: string | null; marked: boolean };

/**
 * Claims the mail for `inboundId` in the caller's transaction. Two copies at once: the second waits for the first's
 * commit and learns of it. The caller holds the lock of `lockSeen`, so that two contents of one id see each other too.
 */
export async function claimSeen(ctx: Ctx, key: SeenKey, inboundId: string): Promise<Seen> {
  const rows = await ctx.db.$queryRaw<{ contentHash: string; inboundId: string }[]>(
    prepared(Prisma.sql`
    with claim as (
      insert into seen_mail (id_hash, content_hash, inbound_id, at)
      values (${key.id}::uuid, ${key.content}::uuid, ${inboundId}::uuid, ${ctx.now})
      on conflict do nothing
    )
    select content_hash::text as "contentHash", inbound_id::text as "inboundId"
    from seen_mail where id_hash = ${key.id}::uuid`),
  );
  const same = rows.find((row) => row.contentHash === key.content);
  return {
    firstInboundId: same && same.inboundId !== inboundId ? same.inboundId : null,
    marked: rows.some((row) => row.contentHash !== key.content),
  };
}
