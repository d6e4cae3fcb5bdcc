import { openTicket, type OpenedTicket, type OpenTicketInput } from "~/domain/tickets/open-ticket.server";
import type { ComposeForm } from "~/domain/tickets/schema";
import { clock, freezeClock } from "~/platform/clock.server";
import { systemCtx, type Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, queues, STORY_TIME } from "./cast";

/** Sets the story's clock `minutes` after its beginning. */
export const at = (minutes: number) => freezeClock(new Date(Date.parse(STORY_TIME) + minutes * 60_000));

/** Giulia's ticket in Repairs, as her mail would have opened it. */
export const openGiulias = (over: Partial<OpenTicketInput> = {}, ctx: Ctx = systemCtx()): Promise<OpenedTicket> =>
  openTicket(ctx, {
    requesterId: cast.giulia.id,
    subject: "Pump leaks",
    body: { text: "The pump leaks since this morning." },
    channel: "mail",
    queueId: queues.repairs.id,
    ...over,
  });

/** What an agent's form holds. */
export const compose = (over: Partial<ComposeForm> = {}): ComposeForm => ({
  kind: "public",
  text: "We are on it.",
  cc: [],
  files: [],
  mode: "wait",
  ...over,
});

/** Jobs that wait, as name and payload. */
export async function waitingJobs(name?: string) {
  const { rows } = await database().pool.query<{ name: string; payload: Record<string, unknown>; run_at: Date }>(
    `select t.identifier as name, j.payload, j.run_at from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where $1::text is null or t.identifier = $1 order by j.id`,
    [name ?? null],
  );
  return rows;
}

export const readTicket = (id: string) =>
  database().prisma.ticket.findUniqueOrThrow({ where: { id }, include: { participants: true } });

/** Types of the ticket's events, in order. */
export async function eventsOf(
  ticketId: string,
): Promise<{ type: string; data: Record<string, unknown>; id: string }[]> {
  const rows = await database().prisma.event.findMany({ where: { ticketId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  return rows.map(({ id, type, data }) => ({ id, type, data: data as Record<string, unknown> }));
}

/** Mails queued for the ticket, oldest first. */
export const mailsOf = (ticketId: string) =>
  database().prisma.outboundMail.findMany({
    where: { threadId: ticketId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

/** Statements that `act` sends to the database, BEGIN and COMMIT included. */
export async function countStatements<T>(act: () => Promise<T>): Promise<{ value: T; statements: string[] }> {
  const pg = await import("pg");
  const proto = pg.default.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = proto.query;
  const statements: string[] = [];
  proto.query = function (this: unknown, ...args: unknown[]) {
    const first = args[0] as string | { text?: string };
    statements.push(typeof first === "string" ? first : (first.text ?? ""));
    return original.apply(this, args);
  };
  try {
    return { value: await act(), statements };
  } finally {
    proto.query = original;
  }
}

/** Runs several acts at the same time and says how each ended. */
export const race = <T>(...acts: (() => Promise<T>)[]) => Promise.allSettled(acts.map((act) => act()));

export const now = () => clock.now();
