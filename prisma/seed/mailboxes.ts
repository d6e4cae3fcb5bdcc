import { createImapAccount } from "~/domain/mailroom/imap/create-imap-account.server";
import { imapForm } from "~/domain/mailroom/imap/imap-schema";
import type { Ctx } from "~/platform/ctx.server";

/** A mailbox that is switched off, so that the demo reaches out to nobody. */
export async function seedMailboxes(ctx: Ctx): Promise<void> {
  const { address } = await ctx.db.queueAddress.findFirstOrThrow({
    where: { primary: true },
    orderBy: { queue: { position: "asc" } },
    select: { address: true },
  });
  const form = imapForm.parse({
    name: "Old support mailbox",
    host: "imap.northwind.example",
    port: 993,
    username: address,
    password: "not a real password",
    afterwards: "move",
    moveTo: "In Sportello",
    address,
  });
  await createImapAccount(ctx, form, { enabled: false });
}
