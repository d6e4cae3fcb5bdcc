import type { TicketRef } from "~/domain/tickets/list-recent-tickets.server";
import type { DeskCounts } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import type { Translate } from "~/i18n/translate";
import type { Command, CommandGroup } from "./command";
import { matchCommands, numberIn } from "./match-commands";
import { placeCommands } from "./place-commands";
import { openCommands, type OpenTicket, ticketCommands } from "./ticket-commands";

export type CommandFacts = {
  me: string;
  administrator: boolean;
  queues: DeskCounts["queues"];
  ticket: OpenTicket | null;
  recent: readonly TicketRef[];
  /** the ticket of the number that was typed; undefined while nobody looked */
  found: TicketRef | null | undefined;
};

export type CommandList = { group: CommandGroup; commands: Command[] }[];

/**
 * What fits the query, group by group, the best group first; a number is a ticket before it is anything else. Last, that
 * the desk is searched for what was typed.
 */
export function listCommands(t: Translate, query: string, facts: CommandFacts): CommandList {
  const number = numberIn(query);
  const all = [
    ...ticketCommands(t, facts.ticket, facts.me),
    ...openCommands(
      t,
      facts.recent.filter((recent) => recent.number !== facts.ticket?.number && recent.number !== number),
    ),
    ...placeCommands(t, facts),
  ];
  const lists = new Map<CommandGroup, Command[]>();
  for (const command of [...numbered(t, number, facts), ...matchCommands(all, query), ...searchFor(t, query)])
    lists.set(command.group, [...(lists.get(command.group) ?? []), command]);
  return [...lists].map(([group, commands]) => ({ group, commands }));
}

/** The ticket that was named can be opened at once; its subject follows when it is known. */
function numbered(t: Translate, number: number | null, { recent, found }: CommandFacts): Command[] {
  if (number === null || found === null) return [];
  const known = found ?? recent.find((ticket) => ticket.number === number);
  if (known) return openCommands(t, [known]);
  const label = t("desk:commands.open", { number });
  return [{ id: `open-${number}`, group: "tickets", label, href: paths.desk.ticket(number) }];
}

/** What no command is called is looked for in tickets, articles and customers; "#10482" is a ticket and nothing else. */
function searchFor(t: Translate, query: string): Command[] {
  const q = query.trim();
  if (!q || q.startsWith("#")) return [];
  return [{ id: "search-for", group: "search", label: t("search:all", { query: q }), href: paths.desk.search({ q }) }];
}

/** Whether nothing was found but the way to the search. */
export const isOnlySearch = (list: CommandList): boolean => list.every(({ group }) => group === "search");

/** What heads a group. */
export function groupName(t: Translate, group: CommandGroup, number: number | undefined): string {
  if (group === "ticket") return t("desk:commands.group.ticket", { number: number ?? "" });
  if (group === "search") return t("search:title");
  return group === "tickets" ? t("desk:commands.group.tickets") : t(`desk:nav.${group}`);
}
