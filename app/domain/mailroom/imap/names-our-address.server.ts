import { parseAddresses } from "~/domain/mail/mime/addresses";
import { parseHeaderBlock } from "~/domain/mail/mime/header-block";
import type { Ctx } from "~/platform/ctx.server";
import { listMailboxes } from "../list-mailboxes.server";
import { mailboxOf } from "../mailboxes";

/** Header fields that say for whom a mail is; the first four are a mail system's own word. */
const FIELDS = new Set(["x-original-to", "delivered-to", "envelope-to", "x-envelope-to", "to", "cc"]);
const MAX_HEADER_BYTES = 256 * 1_024;

/** Whether the headers name an address of ours, which then decides the queue in the envelope's place. */
export async function namesOurAddress(ctx: Ctx, bytes: Buffer): Promise<boolean> {
  const { fields } = parseHeaderBlock(bytes.toString("latin1", 0, MAX_HEADER_BYTES));
  const boxes = await listMailboxes(ctx);
  return fields.some(
    ({ name, raw }) =>
      FIELDS.has(name) && parseAddresses(raw).some(({ address }) => mailboxOf(boxes, address) !== null),
  );
}
