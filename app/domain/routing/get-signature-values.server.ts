import type { SignatureVariable } from "~/lib/signature-words";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { getSettings } from "~/platform/settings.server";

/** What signatures are shown with on screen: the reader as the agent, the queue named, else the reader's first one. */
export async function getSignatureValues(ctx: Ctx, queueId?: string): Promise<Record<SignatureVariable, string>> {
  const personId = actorPersonId(ctx);
  const [company, queue, person] = await Promise.all([
    getSettings(ctx, "company"),
    ctx.db.queue.findFirst({
      where: queueId ? { id: queueId } : { archivedAt: null, members: { some: { personId: personId ?? undefined } } },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { name: true },
    }),
    personId ? ctx.db.person.findUnique({ where: { id: personId }, select: { name: true } }) : null,
  ]);
  return {
    "agent.name": person?.name ?? "",
    "queue.name": queue?.name ?? "",
    "company.name": company.name,
    "company.phone": company.phone,
    "company.email": company.email,
    "company.hours": company.hours,
  };
}
