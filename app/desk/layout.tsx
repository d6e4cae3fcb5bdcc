import type { LinksFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { agentLoader } from "~/http/route.server";
import desk from "~/styles/desk.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: desk }];

/** Nobody but staff comes past this point. */
export const loader = agentLoader(async () => null);

export default function DeskLayout() {
  return <Outlet />;
}
