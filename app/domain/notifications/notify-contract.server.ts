import "~/domain/sla/contract-events";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { listRecipients } from "./internal/list-recipients.server";
import { readEvent } from "./internal/read-event.server";
import { tellAgents } from "./internal/tell-agents.server";

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
  await tellAgents(ctx, eventId, { kind: "contract", at, props }, people);
}
