import "~/domain/sla/events";
import { policyRules } from "~/domain/sla/schema";
import type { SlaKind } from "~/generated/prisma/enums";
import { isId } from "~/lib/id";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { listRecipients } from "./internal/list-recipients.server";
import { readEvent } from "./internal/read-event.server";
import { tellAgents } from "./internal/tell-agents.server";

const STEP = { "sla.warned": "warning", "sla.breached": "breach", "sla.escalated": "ladder" } as const;

/**
 * Tells who should know that a target is due soon, overdue, or came to a step of its ladder. A step names them by role as
 * of now; a target without steps of its own warns the assignee (the lead where there is none) and tells assignee and lead
 * when it is overdue. A rerun adds nothing: one mark and one mail per person and event.
 */
export async function notifyEscalation(ctx: Ctx, eventId: string): Promise<void> {
  const event = await readEvent(ctx, eventId);
  if (event?.type !== "sla.warned" && event?.type !== "sla.breached" && event?.type !== "sla.escalated") return;
  const { ticketId, at } = event;
  const facts = ticketId && (await readFacts(ctx, ticketId, event.data.targetId));
  if (!facts) return;
  const whom = event.type === "sla.escalated" ? event.data.who : byDefault(event.type, facts);
  const people = await listRecipients(ctx, await resolve(ctx, facts, whom), null, "escalated");
  if (!people.length) return;

  const { number, subject } = facts;
  const url = `${config().baseUrl}/desk/tickets/${number}`;
  const props = {
    kind: "escalated",
    number,
    subject,
    url,
    target: facts.kind,
    step: STEP[event.type],
    dueAt: facts.dueAt,
    at,
  } as const;
  const from = facts.queueAddress ? { address: facts.queueAddress, name: facts.queue } : null;
  await tellAgents(ctx, eventId, { kind: "escalated", at, props, ticket: { id: ticketId, from } }, people);
}

type Facts = {
  number: number;
  subject: string;
  queueId: string;
  queue: string;
  queueAddress: string | null;
  assigneeId: string | null;
  kind: SlaKind;
  dueAt: Date | null;
  rules: unknown;
  leadId: string | null;
  managerId: string | null;
};

/** The team is the queue's, else the assignee's oldest. */
async function readFacts(ctx: Ctx, ticketId: string, targetId: string): Promise<Facts | null> {
  const [row] = await ctx.db.$queryRaw<Facts[]>`
    select t.number, t.subject, q.id as "queueId", q.name as queue, a.address as "queueAddress",
      t.assignee_id as "assigneeId", s.kind::text as kind, coalesce(s.breached_at, s.due_at) as "dueAt", v.rules,
      team.lead_id as "leadId", team.manager_id as "managerId"
    from ticket t
    join sla_target s on s.id = ${targetId}::uuid and s.ticket_id = t.id
    join sla_policy_version v on v.id = s.policy_version_id
    join queue q on q.id = t.queue_id
    left join queue_address a on a.queue_id = q.id and a."primary"
    left join lateral (
      select x.lead_id, x.manager_id from team x
      where x.archived_at is null and (x.id = q.team_id
        or exists (select from team_member m where m.team_id = x.id and m.person_id = t.assignee_id))
      order by (x.id = q.team_id) is true desc, x.id limit 1) team on true
    where t.id = ${ticketId}::uuid and t.deleted_at is null`;
  return row ?? null;
}

function byDefault(type: "sla.warned" | "sla.breached", { kind, rules, assigneeId }: Facts): string[] {
  const { ladder } = policyRules.parse(rules);
  if (ladder.some((step) => step.kind === "any" || step.kind === kind)) return [];
  if (type === "sla.breached") return ["assignee", "lead"];
  return [assigneeId ? "assignee" : "lead"];
}

/** Roles of a ladder's `who` as people. */
async function resolve(ctx: Ctx, facts: Facts, whom: readonly string[]): Promise<string[]> {
  const ids: (string | null)[] = whom.filter(isId);
  if (whom.includes("assignee")) ids.push(facts.assigneeId);
  if (whom.includes("lead")) ids.push(facts.leadId);
  if (whom.includes("manager")) ids.push(facts.managerId);
  if (whom.includes("members")) {
    const members = await ctx.db.queueMember.findMany({
      where: { queueId: facts.queueId },
      select: { personId: true },
    });
    ids.push(...members.map(({ personId }) => personId));
  }
  return ids.filter((id) => id !== null);
}
