import type { Ctx } from "~/platform/ctx.server";
import type { OutboundMailModel } from "~/generated/prisma/models";
import { composeMail } from "./compose-mail.server";
import { outboxTransport } from "./transports/outbox.server";

export type OutboundMailRecord = OutboundMailModel;

/**
 * An outgoing mail and its bytes (RFC 5322): what the outbox kept, else composed from the row as every attempt does.
 * Asks nobody's permission. Null when there is no such mail.
 */
export async function readMailBytes(ctx: Ctx, id: string): Promise<(OutboundMailRecord & { bytes: Buffer }) | null> {
  const row = await ctx.db.outboundMail.findUnique({ where: { id }, include: { shown: { select: { bytes: true } } } });
  if (!row) return null;
  const { shown, ...mail } = row;
  return { ...mail, bytes: shown ? Buffer.from(shown.bytes) : await compose(ctx, mail) };
}

async function compose(ctx: Ctx, mail: OutboundMailRecord): Promise<Buffer> {
  const composer = outboxTransport();
  const { shown } = await composer.send(await composeMail(ctx, mail));
  composer.close();
  return shown?.bytes ?? Buffer.alloc(0);
}
