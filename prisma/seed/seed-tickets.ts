import { addNote } from "~/domain/tickets/add-note.server";
import { assignTicket } from "~/domain/tickets/assign-ticket.server";
import { changeTicket } from "~/domain/tickets/change-ticket.server";
import { deleteTicket } from "~/domain/tickets/delete-ticket.server";
import { escalateTicket } from "~/domain/tickets/escalate-ticket.server";
import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { followTicket } from "~/domain/tickets/follow-ticket.server";
import { markRead } from "~/domain/tickets/mark-read.server";
import { mergeTickets } from "~/domain/tickets/merge-tickets.server";
import { moveTicket } from "~/domain/tickets/move-ticket.server";
import { logTime } from "~/domain/tickets/log-time.server";
import { openTicket, type OpenTicketInput } from "~/domain/tickets/open-ticket.server";
import { receiveCustomerMessage } from "~/domain/tickets/receive-customer-message.server";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import { composeForm } from "~/domain/tickets/schema";
import { sweepAlarms } from "~/domain/tickets/sweep-alarms.server";
import { timeForm } from "~/domain/sla/time-entry-schema";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { type Arrival, arrivals } from "./arrivals";
import { requestTypes } from "./company";
import { seedDeliveries } from "./deliveries";
import { receiveSeeded } from "./receive-mail";
import { idOf, type SeededCompany } from "./seed-company";
import { spent } from "./promises";
import { openByMail, writeByMail } from "./story-mail";
import { everydayStories } from "./everyday-stories";
import { stories } from "./stories";
import type { Step, Story } from "./story";

type Opened = Map<string, { id: string; number: number }>;
type Happening = { at: number; run: () => Promise<void> };

/** Tells every story through the commands that people use, in the order of time. */
export async function seedTickets(ctx: Ctx, company: SeededCompany): Promise<void> {
  const opened: Opened = new Map();
  const stranger = await findOrCreateContact(ctx, {
    address: "billing@paymnts.example",
    name: "Payments Department",
    locale: "en",
  });
  company.people.set("stranger", stranger.personId);

  const all: Happening[] = [...stories, ...everydayStories].flatMap((story) => [
    { at: story.at, run: () => open(at(ctx, story.at), company, opened, story) },
    ...story.steps.map((step) => ({ at: step.at, run: () => act(ctx, company, opened, story, step) })),
  ]);
  all.push(...spent.map((entry) => ({ at: entry.at, run: () => logSpent(at(ctx, entry.at), company, opened, entry) })));
  all.push(...arrivals.flatMap((arrival) => happeningsOf(ctx, company, arrival)));
  all.sort((a, b) => b.at - a.at);
  for (const { at: hoursAgo, run } of all) {
    await escalate(at(ctx, hoursAgo)); // what was due by then has been said by then
    await run();
  }
  await escalate(ctx);
  await ctx.db.message.updateMany({ where: { side: "agent", channel: "api" }, data: { channel: "agent" } });
  await seedDeliveries(ctx, { bounced: ticketOf(opened, "training").id, deferred: ticketOf(opened, "plain-13").id });
}

const ticketOf = (opened: Opened, key: string) => {
  const ticket = opened.get(key);
  if (!ticket) throw new Error(`${key} was not opened`);
  return ticket;
};

/** A mail that tells no story goes its way through the mailroom; somebody may end what it opened. */
function happeningsOf(ctx: Ctx, company: SeededCompany, { at: hoursAgo, mail, ended }: Arrival): Happening[] {
  let ticketId: string | undefined;
  const arrives = async () => void (ticketId = (await receiveSeeded(at(ctx, hoursAgo), mail))?.threadId);
  if (!ended) return [{ at: hoursAgo, run: arrives }];
  const end = async () => {
    const { number } = await ctx.db.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { number: true } });
    const as: Ctx = { ...at(ctx, ended.at), actor: company.actors.get(ended.by) ?? ctx.actor };
    await markRead(as, number);
    await assignTicket(as, number, idOf(company.people, ended.by));
    await moveTicket(as, number, { to: ended.state, until: undefined });
  };
  return [
    { at: hoursAgo, run: arrives },
    { at: ended.at, run: end },
  ];
}

const at = (ctx: Ctx, hoursAgo: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() - hoursAgo * 3_600_000) });

/** Fires what is due and takes its steps, as worker and schedule would have. */
async function escalate(ctx: Ctx): Promise<void> {
  const due = { metAt: null, cancelledAt: null, nextAlarmAt: { lte: ctx.now } };
  if (!(await ctx.db.slaTarget.findFirst({ where: due, select: { id: true } }))) return;
  const { swept } = await sweepAlarms(ctx);
  if (!swept) return;
  const fired = await ctx.db.slaAlarm.findMany({
    where: { doneAt: null, step: { notIn: ["warning", "breach"] } },
    select: { targetId: true, step: true, target: { select: { policyVersionId: true } } },
  });
  for (const { targetId, step, target } of fired) await escalateTicket(ctx, { targetId, step, ...target });
}

async function logSpent(
  base: Ctx,
  company: SeededCompany,
  opened: Opened,
  { story, by, minutes, note, billable }: (typeof spent)[number],
): Promise<void> {
  const ctx: Ctx = { ...base, actor: company.actors.get(by) ?? base.actor };
  const on = ctx.now.toISOString().slice(0, 10);
  await logTime(ctx, opened.get(story)?.number ?? 0, timeForm.parse({ on, spent: `${minutes}m`, billable, note }));
}

async function open(ctx: Ctx, company: SeededCompany, opened: Opened, story: Story): Promise<void> {
  const leadsThere = requestTypes.some(({ key, queue }) => key === story.type && queue === story.queue);
  const byMail = story.channel === "mail";
  const openStory = (also: Partial<OpenTicketInput> = {}) =>
    openTicket(ctx, {
      requesterId: idOf(company.people, story.by),
      subject: story.subject,
      body: { text: story.text },
      channel: story.channel,
      queueId: leadsThere ? null : idOf(company.queues, story.queue),
      addresses: byMail ? [`${story.queue === "billing" ? "billing" : "support"}@${config().mail.domain}`] : [],
      typeId: story.type ? idOf(company.types, story.type) : null,
      locale: story.locale,
      ...also,
    });
  const { ticketId, number } = byMail ? await openByMail(ctx, story, openStory) : await openStory();
  opened.set(story.key, { id: ticketId, number });
}

async function act(base: Ctx, company: SeededCompany, opened: Opened, story: Story, step: Step): Promise<void> {
  const ctx: Ctx = { ...at(base, step.at), actor: company.actors.get(step.by) ?? base.actor };
  const ticket = opened.get(story.key);
  if (!ticket) throw new Error(`${story.key} happens before it is opened`);
  const { id, number } = ticket;
  if (step.does !== "writes") await markRead(ctx, number); // who works on a ticket has it open
  switch (step.does) {
    case "writes":
      if ((step.channel ?? "mail") === "mail") return writeByMail(ctx, id, story, step);
      await receiveCustomerMessage(ctx, {
        ticketId: id,
        authorId: idOf(company.people, step.by),
        body: { text: step.text },
        channel: step.channel ?? "portal",
      });
      return;
    case "replies":
      // Entered like a reply by API: released at once, since its fifteen seconds are long over.
      await replyToTicket(
        ctx,
        number,
        composeForm.parse({ kind: "public", text: step.text, mode: step.mode ?? "wait", cc: step.cc ?? [] }),
        { channel: "api" },
      );
      return;
    case "notes":
      await addNote(ctx, number, { text: step.text, files: [] });
      return;
    case "takes":
      await assignTicket(ctx, number, idOf(company.people, step.by));
      return;
    case "gives":
      await assignTicket(ctx, number, idOf(company.people, step.to));
      return;
    case "moves":
      await moveTicket(ctx, number, {
        to: step.to,
        until: step.hours ? new Date(base.now.getTime() + step.hours * 3_600_000) : undefined,
      });
      return;
    case "tags":
      await changeTicket(ctx, number, { tags: step.tags });
      return;
    case "follows":
      await followTicket(ctx, number);
      return;
    case "merges":
      await mergeTickets(ctx, number, opened.get(step.into)?.number ?? 0);
      return;
    case "deletes":
      await deleteTicket(ctx, number);
  }
}
