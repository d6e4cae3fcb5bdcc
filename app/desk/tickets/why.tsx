import { Form, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { getRouting } from "~/domain/tickets/get-routing.server";
import type { RoutingView } from "~/domain/tickets/routing-views";
import { ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import { namedChoices } from "../admin/conditions/condition-choices.server";
import type { DeskHandle } from "../desk-handle";
import { Sheet } from "../sheet";
import { AssignmentCard } from "./why/assignment-card";
import { RulesCard } from "./why/rules-card";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const number = ticketNumber(params);
  const routing = await getRouting(ctx, number);
  const asked = routing.decisions.flatMap((decision) =>
    decision.kind === "rules"
      ? decision.steps.map(({ answers: { all, any, none } }) => ({
          all: all.map(({ condition }) => condition),
          any: any.map(({ condition }) => condition),
          none: none.map(({ condition }) => condition),
        }))
      : [],
  );
  const title = translator(ctx.locale)("routing:why.title", { number });
  return { title, number, routing, choices: await namedChoices(ctx, asked) };
});

/** Every decision about the ticket, newest first: the rules that were tried, who was considered, who got it and why. */
export default function WhyPage() {
  const { number, routing, choices } = useLoaderData<typeof loader>();
  const t = useT();
  const { ticket, decisions, names } = routing;
  return (
    <Sheet
      title={t("routing:why.heading")}
      lead={now(ticket, t)}
      crumbs={[{ href: paths.desk.ticket(number), label: `#${number}` }]}
      actions={
        ticket.again ? (
          <Form method="post" action={paths.desk.ticketPart(number, "routing")}>
            <Button size="sm">{t("routing:assign.again")}</Button>
          </Form>
        ) : null
      }
    >
      {decisions.map((decision) =>
        decision.kind === "rules" ? (
          <RulesCard key={decision.id} decision={decision} names={names} choices={choices} />
        ) : (
          <AssignmentCard key={decision.id} decision={decision} />
        ),
      )}
      {decisions.length ? null : <EmptyState title={t("routing:why.none")}>{t("routing:why.noneText")}</EmptyState>}
    </Sheet>
  );
}

function now({ assignee, queue, waitReason }: RoutingView["ticket"], t: Translate): string {
  if (assignee) return t("routing:why.now.assigned", { queue, name: assignee });
  return t(`routing:why.now.${waitReason ?? "looking"}`, { queue });
}
