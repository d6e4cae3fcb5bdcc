import { startImport } from "~/domain/knowledge/transfer/start-import.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";

/** Has the import carried out whose dry run is on the page. */
export const action = editorAction(async (ctx, { params }) => {
  const id = idParam(params, "importId");
  return actAndReturn(paths.desk.knowledge(`transfer/${id}`), () => startImport(ctx, id), {
    key: "transfer:report.started",
  });
});
