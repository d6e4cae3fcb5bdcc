import type { Assignment, DecisionKind } from "~/generated/prisma/enums";
import { explainRules } from "~/domain/routing/explain-rules";
import type { Rule } from "~/domain/routing/rules";
import type { AssignmentTrace, RulesTrace, WaitReason } from "~/domain/routing/trace";
import { unpackDecision } from "~/domain/routing/unpack-decision";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "./policy";
import type { AssignmentView, RoutingView, RulesView } from "./routing-views";
import type { TicketState } from "./states";
import { visibleTickets } from "./visible.server";

const SHOWN = 30;

/** The decisions about a ticket, newest first, the last 30, with names in the reader's language; for the desk alone. Or 404. */
export async function getRouting(ctx: Ctx, number: number): Promise<RoutingView> {
  if (ctx.actor.kind !== "system") requireStaffActor(ctx.actor);
  const [ticket] = await ctx.db.$queryRaw<Head[]>`
    select t.id, t.state, p.name as assignee, q.name as queue, q.assignment as method, t.wait_reason as "waitReason",
      exists (select from rule_set) as rules
    from ticket t join queue q on q.id = t.queue_id left join person p on p.id = t.assignee_id
    where t.number = ${number}::int and ${visibleTickets(ctx.actor, { deleted: "with" })}`;
  if (!ticket) throw notFound();
  const rows = await ctx.db.$queryRaw<Row[]>`
    select d.id, d.kind, d.at, q.name as queue, p.name as assignee, d.outcome, d.trace, r.members, s.rules
    from routing_decision d
    left join queue q on q.id = d.queue_id
    left join person p on p.id = d.assignee_id
    left join routing_roster r on d.kind = 'assignment' and r.id = (d.trace ->> 'roster')::uuid
    left join rule_set s on d.kind = 'rules' and s.version = d.rules_version
    where d.ticket_id = ${ticket.id}::uuid
    order by d.at desc, d.kind desc, d.id desc limit ${SHOWN}::int`;
  const names = await readNames(ctx, rows);
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? null));
  return {
    ticket: {
      assignee: ticket.assignee,
      queue: ticket.queue,
      method: ticket.method,
      waitReason: ticket.assignee ? null : ticket.method === "manual" ? "manual" : ticket.waitReason,
      again: (ticket.state === "new" || ticket.state === "open") && (ticket.method !== "manual" || ticket.rules),
    },
    decisions: rows.map((row) => (row.kind === "rules" ? rulesView(row) : assignmentView(row, nameOf))),
    names,
  };
}

type Head = {
  id: string;
  state: TicketState;
  assignee: string | null;
  queue: string;
  method: Assignment;
  waitReason: WaitReason | null;
  rules: boolean;
};

type Common = { id: string; at: Date; queue: string | null; assignee: string | null; outcome: string };
type RulesRow = Common & { kind: "rules"; trace: RulesTrace; rules: Rule[] | null };
type AssignmentRow = Common & { kind: "assignment"; trace: AssignmentTrace; members: string[] | null };
type Row = (RulesRow | AssignmentRow) & { kind: DecisionKind };

function rulesView({ id, at, queue, trace, rules }: RulesRow): RulesView {
  return {
    kind: "rules",
    id,
    at,
    queue,
    version: trace.version,
    kept: trace.kept.filter((what) => !trace.byMail?.includes(what)),
    keptByMail: trace.byMail ?? [],
    steps: explainRules(trace, rules ?? []),
  };
}

function assignmentView(
  { id, at, queue, assignee, outcome, trace, members }: AssignmentRow,
  nameOf: (id: string | null) => string | null,
): AssignmentView {
  const candidates = unpackDecision(trace, members ?? []).map((one) => ({
    ...one,
    name: nameOf(one.personId) ?? "",
    standsInFor: one.standsInFor.flatMap((personId) => nameOf(personId) ?? []),
  }));
  const rank = (one: (typeof candidates)[number]) => (one.chosen ? 0 : one.leftOut ? 2 : 1);
  return {
    kind: "assignment",
    id,
    at,
    queue,
    method: trace.method,
    assignee,
    by: trace.by,
    waits: outcome === "assigned" ? null : (outcome as WaitReason),
    weight: trace.weight,
    skills: trace.skills.map(([skillId, level]) => ({ name: nameOf(skillId) ?? "", level })),
    language: trace.language,
    languageFit: trace.languageFit,
    region: trace.region,
    regionFit: trace.regionFit,
    lastAgent: nameOf(trace.lastAgentId),
    avoided: nameOf(trace.avoidId),
    candidates: candidates.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)),
  };
}

/** People, skills and queues that the decisions name; what is gone has no name. */
async function readNames(ctx: Ctx, rows: readonly Row[]): Promise<Record<string, string>> {
  const ids = new Set(
    rows.flatMap((row) => (row.kind === "rules" ? idsOfRules(row) : idsOfAssignment(row))).filter(isId),
  );
  if (!ids.size) return {};
  const list = [...ids];
  const named = await ctx.db.$queryRaw<{ id: string; name: string }[]>`
    select id, name from person where id = any(${list}::uuid[])
    union all select id, name from skill where id = any(${list}::uuid[])
    union all select id, name from queue where id = any(${list}::uuid[])`;
  return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}

const idsOfRules = ({ trace }: RulesRow): string[] =>
  trace.applied.flatMap((did) => [
    ...(did.queueId ? [did.queueId] : []),
    ...(did.followerIds ?? []),
    ...(did.skills ?? []).map(([skillId]) => skillId),
  ]);

const idsOfAssignment = ({ trace, members }: AssignmentRow): string[] => [
  ...(members ?? []),
  ...trace.skills.map(([skillId]) => skillId),
  ...[trace.lastAgentId, trace.avoidId].filter((id) => id !== null),
];
