import { applyRules, type RoutedTicket } from "~/domain/routing/apply-rules";
import { routingFacts } from "~/domain/routing/routing-facts";
import { type RuleFacts, readyRules } from "~/domain/routing/newest-rules.server";
import type { KeptByHand } from "~/domain/routing/trace";
import type { Ctx } from "~/platform/ctx.server";
import type { Channel, Priority } from "../states";

type Opening = {
  channel: Channel;
  subject: string;
  body: { text: string };
  queueId?: string | null;
  priority?: Priority | null;
  addresses?: readonly string[];
  keptByMail?: readonly KeptByHand[];
};

type Known = {
  queueId: string;
  locale: string;
  priority: Priority;
  typeId: string | null;
  organizationId: string | null;
  region: string | null;
  senders: string[] | null;
  contract: { id: string; ended: boolean } | null;
  rules: RuleFacts | null;
};

/**
 * What the newest rules make of a ticket that is about to be opened; null while there are none. A queue that somebody
 * chose stays; one that only follows from the mail's address, from the type or from the order of queues does not bind.
 */
export async function routeOpening(ctx: Ctx, input: Opening, known: Known): Promise<RoutedTicket | null> {
  if (!known.rules) return null;
  const { set, alive, openCalendarIds } = await readyRules(ctx, known.rules);
  const kept: KeptByHand[] = [];
  const byMail = input.keptByMail ?? [];
  if (byMail.includes("queue") || (input.queueId && !input.addresses?.length)) kept.push("queue");
  if (byMail.includes("priority") || input.priority) kept.push("priority");
  const facts = routingFacts({
    channel: input.channel,
    addresses: input.addresses ?? [],
    senders: known.senders ?? [],
    subject: input.subject,
    text: input.body.text,
    language: known.locale,
    organizationId: known.organizationId,
    region: known.region,
    contractId: known.contract && !known.contract.ended ? known.contract.id : null,
    typeId: known.typeId,
    priority: known.priority,
    queueId: known.queueId,
    openCalendarIds,
  });
  const routed = applyRules(set, facts, alive, kept);
  return byMail.length ? { ...routed, trace: { ...routed.trace, byMail: [...byMail] } } : routed;
}
