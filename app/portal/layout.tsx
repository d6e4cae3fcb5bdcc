import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { ErrorPage } from "~/components/ui/error-page";
import portal from "~/styles/portal.css?url";
import { ErrorContent } from "./error-content";
import { PortalFrame } from "./frame";
import { joinTitle } from "~/http/page-title";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: portal }];

/** The title of a page that failed; every page that did not names itself. */
export const meta: MetaFunction = ({ error, matches }) => [
  { title: joinTitle(isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : null, matches) },
];

export default function PortalLayout() {
  return (
    <PortalFrame>
      <Outlet />
    </PortalFrame>
  );
}

/** A page that failed keeps the frame round it, so that the way on is in sight. */
export function ErrorBoundary() {
  const error = useRouteError();
  const facts = useRouteLoaderData("root");
  if (!facts) return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
  return (
    <PortalFrame>
      <ErrorContent {...reasonOf(error)} />
    </PortalFrame>
  );
}

/** The status of an answer with its own words; 0 when the network gave none. */
function reasonOf(error: unknown): { status: number; words: string } {
  if (isRouteErrorResponse(error))
    return { status: error.status, words: typeof error.data === "string" ? error.data : "" };
  const unanswered = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
  return { status: unanswered ? 0 : 500, words: "" };
}
