import { addNote } from "~/domain/tickets/add-note.server";
import { assignTicket } from "~/domain/tickets/assign-ticket.server";
import { changeTicket } from "~/domain/tickets/change-ticket.server";
import { deleteTicket } from "~/domain/tickets/delete-ticket.server";
import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { followTicket } from "~/domain/tickets/follow-ticket.server";
import { markRead } from "~/domain/tickets/mark-read.server";
import { mergeTickets } from "~/domain/tickets/merge-tickets.server";
import { moveTicket } from "~/domain/tickets/move-ticket.server";
import { openTicket } from "~/domain/tickets/open-ticket.server";
import { receiveCustomerMessage } from "~/domain/tickets/receive-customer-message.server";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import { composeForm } from "~/domain/tickets/schema";
import type { Ctx } from "~/platform/ctx.server";
import { idOf, type SeededCompany } from "./seed-company";
import { plain, type Step, stories, type Story } from "./stories";

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

  const all: Happening[] = [...stories, ...plain].flatMap((story) => [
    { at: story.at, run: () => open(at(ctx, story.at), company, opened, story) },
    ...story.steps.map((step) => ({ at: step.at, run: () => act(ctx, company, opened, story, step) })),
  ]);
  all.sort((a, b) => b.at - a.at);
  for (const { run } of all) await run();
  await ctx.db.message.updateMany({ where: { side: "agent", channel: "api" }, data: { channel: "agent" } });
}

const at = (ctx: Ctx, hoursAgo: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() - hoursAgo * 3_600_000) });

async function open(ctx: Ctx, company: SeededCompany, opened: Opened, story: Story): Promise<void> {
  const { ticketId, number } = await openTicket(ctx, {
    requesterId: idOf(company.people, story.by),
    subject: story.subject,
    body: { text: story.text },
    channel: story.channel,
    queueId: idOf(company.queues, story.queue),
    typeId: story.type ? idOf(company.types, story.type) : null,
    locale: story.locale,
  });
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
      await receiveCustomerMessage(ctx, {
        ticketId: id,
        authorId: idOf(company.people, step.by),
        body: { text: step.text },
        channel: step.channel ?? "mail",
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
