import { deleteSearchView } from "~/domain/search/delete-search-view.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";

/** Deletes a kept search. */
export const action = agentAction((ctx, { params }) =>
  actAndReturn(paths.desk.search({}, "views"), () => deleteSearchView(ctx, idParam(params, "viewId")), {
    key: "search:toast.removed",
  }),
);
