import { redirect } from "@remix-run/node";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";

/** The desk opens with one's own tickets. */
export const loader = agentLoader(async () => redirect(paths.desk.tickets()));
