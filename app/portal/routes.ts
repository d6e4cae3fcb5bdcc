import { index, layout, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";
import { helpActs, helpPages } from "./help-routes";
import { portalIdentityRoutes } from "./identity-routes";
import { searchActs, searchPages } from "./search-routes";

/** Acts of one button: they change something and come back. */
const ticketActs: RouteConfigEntry[] = prefix("tickets/:number", [
  route("closure", "portal/tickets/closure.ts"),
  route("reopening", "portal/tickets/reopening.ts"),
  route("read", "portal/tickets/read.ts"),
  route("earlier", "portal/tickets/earlier.ts"),
]);

/** The customer's half. */
export const portalRoutes: RouteConfigEntry[] = [
  ...ticketActs,
  route("tickets/new/answers", "portal/tickets/answers/found.ts"),
  route("help/opened", "portal/tickets/answers/opened.ts"),
  route("help/solved", "portal/tickets/answers/solved.ts"),
  ...helpActs,
  ...searchActs,
  layout("portal/layout.tsx", [
    index("portal/home/show.tsx"),
    route("tickets", "portal/tickets/list.tsx"),
    route("tickets/new", "portal/tickets/new.tsx"),
    route("tickets/new/sent", "portal/tickets/sent.tsx"),
    route("tickets/new/solved", "portal/tickets/answers/thanks.tsx"),
    route("tickets/:number", "portal/tickets/show.tsx"),
    route("tickets/:number/participants", "portal/tickets/participants.tsx"),
    route("unsubscribe/:token", "portal/unsubscribe/show.tsx"),
    route("kit", "portal/kit/show.tsx"),
    route("kit/mails", "portal/kit/mails.tsx"),
    route("kit/mail", "portal/kit/mail.ts"),
    ...helpPages,
    ...searchPages,
    ...portalIdentityRoutes,
    route("*", "portal/not-found.ts"),
  ]),
];
