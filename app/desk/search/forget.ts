import { forgetSearches } from "~/domain/search/forget-searches.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";

/** Forgets what one searched for. */
export const action = agentAction((ctx) =>
  actAndReturn(paths.desk.search(), () => forgetSearches(ctx), { key: "search:toast.forgotten" }),
);
