import { listMailboxes } from "~/domain/mailroom/list-mailboxes.server";
import type { Ctx } from "~/platform/ctx.server";
import { blockedSenders, discardedMails, heldMails } from "./mails";
import { receiveSeeded } from "./receive-mail";
import { idOf, type SeededCompany } from "./seed-company";

/**
 * Mail that waits for a decision and mail that was discarded, through the chain that every mail goes through; only who
 * sent it is told instead of looked up. A stranger who names a ticket is held for the length of this.
 */
export async function seedMailroom(ctx: Ctx, company: SeededCompany): Promise<void> {
  const createdAt = new Date(ctx.now.getTime() - 40 * 24 * 3_600_000);
  await ctx.db.blockedSender.createMany({
    data: blockedSenders.map(({ entry, note }) => ({
      address: entry,
      note,
      createdAt,
      byId: idOf(company.people, "ada"),
    })),
  });
  const { number } = await ctx.db.ticket.findFirstOrThrow({
    where: { subject: "Replacement part arrived damaged" },
    select: { number: true },
  });
  await listMailboxes(ctx, true);
  await ctx.db.setting.create({ data: { key: "mail", value: { unknownSender: "hold" }, updatedAt: ctx.now } });
  for (const { minutesAgo, ...mail } of [...heldMails, ...discardedMails].toSorted(
    (a, b) => b.minutesAgo - a.minutesAgo,
  )) {
    const lines = mail.lines.map((line) => line.replaceAll("{number}", String(number)));
    await receiveSeeded({ ...ctx, now: new Date(ctx.now.getTime() - minutesAgo * 60_000) }, { ...mail, lines });
  }
  await ctx.db.setting.delete({ where: { key: "mail" } });
}
