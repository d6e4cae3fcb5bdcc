import type { DeskTicket } from "~/domain/tickets/views";
import { isOpen, PRIORITIES, priorityCode } from "~/domain/tickets/states";
import type { TicketRef } from "~/domain/tickets/list-recent-tickets.server";
import { paths } from "~/http/paths";
import type { Translate } from "~/i18n/translate";
import { SNOOZES } from "../tickets/snooze-until";
import type { Command } from "./command";

/** What acts need to know of the ticket that is open. */
export type OpenTicket = Pick<DeskTicket, "number" | "state" | "priority" | "following" | "allowed"> & {
  assignee: { id: string } | null;
  deletedAt: Date | string | null;
  /** on which ticket the reader's own timer runs */
  timing: number | null;
};

/** What can be done with the open ticket, as its own page would offer it. Without a ticket there is nothing. */
export function ticketCommands(t: Translate, ticket: OpenTicket | null, me: string): Command[] {
  if (!ticket) return [];
  const { number, allowed } = ticket;
  const part = (name: string) => paths.desk.ticketPart(number, name);
  const also = t("desk:commands.group.ticket", { number });
  const line = (id: string, label: string, key?: string) => ({ id, group: "ticket" as const, label, also, key });
  const post = (id: string, label: string, action: string, fields: Record<string, string>, key?: string): Command => ({
    ...line(id, label, key),
    post: { action: part(action), fields },
  });
  const go = (id: string, label: string, to: string, key?: string): Command => ({
    ...line(id, label, key),
    href: part(to),
  });
  const write = (id: string, label: string, key: string): Command => ({
    ...line(id, label, key),
    press: key.toLowerCase(),
    href: `${paths.desk.ticket(number)}#reply`,
  });

  if (ticket.deletedAt) return [post("restore", t("desk:bin.restore"), "bin", { restore: "yes" })];
  const works = allowed.reply;
  const snoozes = isOpen(ticket.state) && allowed.moves.includes("snoozed") ? SNOOZES : [];
  const moves = allowed.moves.filter((to) => to !== "snoozed" && to !== "new");
  const timed = ticket.timing === number;
  return [
    ...(works ? [write("reply", t("desk:key.reply"), "R"), write("note", t("desk:key.note"), "N")] : []),
    ...(works && ticket.assignee?.id !== me
      ? [post("take", t("desk:commands.take"), "assignment", { assigneeId: me }, "A")]
      : []),
    ...moves.map((to) =>
      post(
        `move-${to}`,
        t("desk:head.moveTo", { state: t(`tickets:state.${to}`) }),
        "moves",
        { to },
        to === "solved" || (to === "open" && !isOpen(ticket.state)) ? "E" : undefined,
      ),
    ),
    ...snoozes.map((choice) =>
      post(
        `snooze-${choice}`,
        t("desk:commands.snooze", { until: t(`desk:snooze.${choice}`) }),
        "moves",
        { to: "snoozed", for: choice },
        choice === "tomorrow" ? "H" : undefined,
      ),
    ),
    ...(works ? PRIORITIES : [])
      .filter((priority) => priority !== ticket.priority)
      .map((priority) =>
        post(
          `priority-${priority}`,
          t("desk:head.priority", { priority: `${priorityCode(priority)} ${t(`tickets:priority.${priority}`)}` }),
          "changes",
          { priority },
        ),
      ),
    ...(works ? [go("edit", t("desk:head.edit"), "edit", "I")] : []),
    ...(allowed.merge ? [go("merge", t("desk:head.merge"), "merge", "M")] : []),
    ...(allowed.unmerge ? [post("unmerge", t("desk:banner.unmerge"), "merge/undo", {})] : []),
    ...(works && isOpen(ticket.state) ? [post("route-again", t("routing:assign.again"), "routing", {})] : []),
    post("timer", t(timed ? "contracts:timer.stop" : "contracts:timer.start"), "timer", {
      act: timed ? "stop" : "start",
    }),
    post(
      "follow",
      t(ticket.following ? "desk:head.unfollow" : "desk:head.follow"),
      "following",
      { follow: ticket.following ? "no" : "yes" },
      "F",
    ),
    post("unread", t("desk:head.unread"), "read", { read: "no" }, "U"),
  ];
}

/** Tickets to open, those read last or the one whose number was typed. */
export const openCommands = (t: Translate, tickets: readonly TicketRef[]): Command[] =>
  tickets.map(({ number, subject, state }) => ({
    id: `open-${number}`,
    group: "tickets",
    label: `#${number} ${subject}`,
    also: `${number} ${t(`tickets:state.${state}`)}`,
    href: paths.desk.ticket(number),
  }));
