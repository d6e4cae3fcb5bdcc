import { drawContract } from "~/domain/sla/draw-contract.server";
import type { FoundContract } from "~/domain/sla/find-contract.server";
import type { Ctx } from "~/platform/ctx.server";
import { addBanner } from "../add-banner.server";

/**
 * Counts a ticket that was just opened against the contract that covers it. One that ended or has nothing left never
 * stands in the way: agents are told, and only they.
 */
export async function useContract(ctx: Ctx, ticketId: string, contract: FoundContract): Promise<void> {
  const about = { contract: contract.number };
  if (contract.ended) return addBanner(ctx, ticketId, { code: "contract_ended", data: about });
  if (contract.empty) await addBanner(ctx, ticketId, { code: "contract_empty", data: about });
  await drawContract(ctx, { contractId: contract.id, ticketId, tickets: 1 });
}
