import { requestRebuild } from "~/domain/search/request-rebuild.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { paths } from "~/http/paths";
import { adminAction } from "~/http/route.server";

/** Has the search index built anew. */
export const action = adminAction((ctx) =>
  actAndReturn(paths.desk.admin("search"), () => requestRebuild(ctx), { key: "search:admin.toastRebuild" }),
);
