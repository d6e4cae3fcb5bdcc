import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isStaff } from "~/domain/identity/session-person";
import { listOpenProblems } from "~/domain/knowledge/list-open-problems.server";
import { listPopularArticles } from "~/domain/knowledge/list-popular-articles.server";
import { listPopularSearches } from "~/domain/search/list-popular-searches.server";
import { listPortalTickets } from "~/domain/tickets/list-portal-tickets.server";
import { listWaitingForYou } from "~/domain/tickets/list-waiting-for-you.server";
import { paths } from "~/http/paths";
import { publicLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { readListQuery } from "../tickets/list-query";
import { KnownProblems } from "../known-problems";
import { CustomerHome } from "./customer-home";
import { dayPart } from "./greeting";
import { GuestHome } from "./guest-home";

export { pageTitle as meta } from "~/http/page-title";

export const loader = publicLoader(async (ctx, { request }) => {
  const title = translator(ctx.locale)("portal:home.title");
  const { actor } = ctx;
  if (actor.kind !== "person") {
    const [problems, articles] = await Promise.all([listOpenProblems(ctx), listPopularArticles(ctx)]);
    return { title, problems, articles, customer: null };
  }
  if (isStaff(actor.role)) throw redirect(paths.desk.home());
  const shared = actor.sharedOrganizationId !== null;
  const { scope } = readListQuery(request.url, shared);
  const [waiting, mine, other, done, popular, problems, articles] = await Promise.all([
    listWaitingForYou(ctx),
    listPortalTickets(ctx, { scope: "mine", filter: "open", after: null }),
    scope === "mine" ? null : listPortalTickets(ctx, { scope, filter: "open", after: null }),
    listPortalTickets(ctx, { scope: "mine", filter: "done", after: null }),
    listPopularSearches(ctx),
    listOpenProblems(ctx),
    listPopularArticles(ctx),
  ]);
  const open = other ?? mine;
  return {
    title,
    problems,
    articles,
    customer: {
      me: actor.personId,
      part: dayPart(ctx.now, ctx.timeZone),
      waiting,
      shared,
      scope,
      /** Own open tickets on the first page, and whether there are more. */
      mine: { count: mine.rows.length, more: mine.next !== null },
      open: { rows: open.rows.slice(0, ROWS), more: open.rows.length > ROWS },
      done: done.rows.slice(0, DONE_ROWS),
      popular: popular.slice(0, POPULAR),
    },
  };
});

const ROWS = 6;
const DONE_ROWS = 4;
const POPULAR = 3;

/** The start page: what waits, what can be done, what is open; for strangers, what can be done without an account. */
export default function Home() {
  const { customer, problems, articles } = useLoaderData<typeof loader>();
  return (
    <>
      <KnownProblems problems={problems} here={paths.home()} />
      {customer ? <CustomerHome {...customer} articles={articles} /> : <GuestHome articles={articles} />}
    </>
  );
}
