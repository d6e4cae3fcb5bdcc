import { mailIdFor } from "~/domain/mail/mail-id.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import "~/domain/sla/contract-events";
import { newId } from "~/lib/id";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import { listRecipients } from "./internal/list-recipients.server";
import { readEvent } from "./internal/read-event.server";

/** Tells every administrator that a contract ends, is nearly used up or empty. A rerun adds nothing. */
export async function notifyContract(ctx: Ctx, eventId: string): Promise<void> {
  const event = await readEvent(ctx, eventId);
  if (event?.type !== "contract.notice") return;
  const { at, data } = event;
  const contract = await ctx.db.contract.findUnique({ where: { id: data.contractId }, select: { name: true } });
  if (!contract) return;
  const administrators = await ctx.db.person.findMany({
    where: { role: "administrator", deactivatedAt: null },
    select: { id: true },
  });
  const people = await listRecipients(
    ctx,
    administrators.map(({ id }) => id),
    null,
    "contract",
  );
  const url = `${config().baseUrl}/desk/admin/contracts/${data.contractId}`;
  const props = { kind: "contract" as const, subject: contract.name, code: data.code, days: data.days ?? null, url };
  await inTransaction(ctx, async (ctx) => {
    const marked = people.filter(({ screen }) => screen).map(({ personId }) => personId);
    await ctx.db.notification.createMany({
      data: marked.map((personId) => ({ id: newId(at.getTime()), personId, kind: "contract" as const, eventId, at })),
      skipDuplicates: true,
    });
    touch(ctx, ...marked.map((personId) => `person:${personId}`));
    for (const person of people) {
      if (!person.mail || !person.address) continue;
      await queueMail(ctx, {
        id: mailIdFor(eventId, `agent-notice:${person.personId}`),
        template: "agent-notice",
        props,
        locale: person.locale ?? "en",
        to: { address: person.address, name: person.name, personId: person.personId },
        autoSubmitted: "auto-generated",
      });
    }
  });
}
