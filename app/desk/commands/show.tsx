import { Form, useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { SearchInput } from "~/components/ui/search-input";
import { countViews } from "~/domain/tickets/count-views.server";
import { findTicketRef } from "~/domain/tickets/find-ticket-ref.server";
import { getTicketForDesk } from "~/domain/tickets/get-ticket-for-desk.server";
import { getTicketTime } from "~/domain/tickets/get-ticket-time.server";
import { listRecentTickets } from "~/domain/tickets/list-recent-tickets.server";
import type { PersonCtx } from "~/http/ctx.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import type { Command } from "./command";
import { groupName, isOnlySearch, listCommands } from "./list-commands";
import { numberIn } from "./match-commands";
import type { OpenTicket } from "./ticket-commands";

export { DeskError as ErrorBoundary } from "../desk-error";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const search = new URL(request.url).searchParams;
  const query = search.get("q") ?? "";
  const number = numberIn(query);
  const [{ queues }, recent, found, ticket] = await Promise.all([
    countViews(ctx),
    listRecentTickets(ctx),
    number === null ? undefined : findTicketRef(ctx, number),
    openTicket(ctx, numberIn(search.get("ticket") ?? "")),
  ]);
  const t = translator(ctx.locale);
  const { personId: me, role } = ctx.actor;
  const facts = { me, administrator: role === "administrator", queues, ticket, recent, found };
  return {
    title: t("desk:commands.title"),
    query,
    number,
    ticket: ticket?.number ?? null,
    groups: listCommands(t, query, facts),
  };
});

/** The ticket that the page before showed; one out of sight is none. */
async function openTicket(ctx: PersonCtx, number: number | null): Promise<OpenTicket | null> {
  if (number === null || !(await findTicketRef(ctx, number))) return null;
  const [ticket, { timer }] = await Promise.all([getTicketForDesk(ctx, number), getTicketTime(ctx, number)]);
  return { ...ticket, timing: timer?.number ?? null };
}

/** Everything that the palette finds, as a page of links and buttons. */
export default function Commands() {
  const { title, query, number, ticket, groups } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet slim title={title} lead={t("desk:commands.lead")}>
      <form role="search" method="get" action={paths.desk.commands()} className="flex gap-2">
        {ticket ? <input type="hidden" name="ticket" value={ticket} /> : null}
        <SearchInput
          className="flex-1"
          label={t("desk:commands.title")}
          placeholder={t("desk:commands.placeholder")}
          defaultValue={query}
        />
        <Button>{t("common:search")}</Button>
      </form>
      {isOnlySearch(groups) ? (
        <EmptyState
          title={
            number === null ? t("desk:commands.none", { query: query.trim() }) : t("desk:commands.noTicket", { number })
          }
        />
      ) : null}
      {groups.map(({ group, commands }) => (
        <Card key={group} title={groupName(t, group, ticket ?? undefined)}>
          <ul className="palette-page">
            {commands.map((command) => (
              <li key={command.id}>
                <Line command={command} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Sheet>
  );
}

function Line({ command: { label, post, href } }: { command: Command }) {
  if (!post)
    return (
      <a className="palette-line" href={href}>
        <bdi className="clip">{label}</bdi>
      </a>
    );
  return (
    <Form method="post" action={post.action}>
      {Object.entries(post.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="palette-line">{label}</button>
    </Form>
  );
}
