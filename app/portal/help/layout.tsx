import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { joinTitle } from "~/http/page-title";
import styles from "~/styles/portal-help.css?url";
import { ErrorContent } from "../error-content";
// oxlint-disable-next-line import/default -- the address of the script, see standalone-scripts.plugin
import enhance from "./enhance?standalone";
import { HelpNotFound } from "./error-page";

/** These pages are documents: see `useStill` in the root. */
export const handle = { still: true };

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** The title of a page that failed. */
export const meta: MetaFunction = ({ error, matches }) => [
  { title: joinTitle(isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : null, matches) },
  { name: "robots", content: "noindex" },
];

/** The help centre: HTML, and one small script for menus and the mark in the table of contents. */
export default function HelpLayout() {
  return (
    <>
      <Outlet />
      <script type="module" src={enhance} />
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <>
      {status === 404 ? <HelpNotFound /> : <ErrorContent status={status} words="" />}
      <script type="module" src={enhance} />
    </>
  );
}
