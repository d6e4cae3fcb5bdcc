import { discardImport } from "~/domain/knowledge/transfer/discard-import.server";
import { refusalToast } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

/** Forgets an import, its files and its report. */
export const action = editorAction(async (ctx, { params }) => {
  const id = idParam(params, "importId");
  try {
    await discardImport(ctx, id);
  } catch (error) {
    return refusalToast(paths.desk.knowledge(`transfer/${id}`), error);
  }
  return redirectWithToast(paths.desk.knowledge("transfer"), { key: "transfer:report.discarded" });
});
