import { z } from "zod";
import { restoreVersion } from "~/domain/knowledge/restore-version.server";
import { saveDraftForm } from "~/domain/knowledge/schema";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { textOf } from "../text-of.server";

const restoreForm = saveDraftForm
  .pick({ revision: true })
  .extend({ number: z.coerce.number().int().min(1).max(1_000_000) });

/** An earlier version's words become the draft. */
export const action = agentAction(async (ctx, args) => {
  const text = textOf(args);
  const { number, revision } = await readInput(ctx, args.request, restoreForm);
  return actAndReturn(
    paths.desk.knowledge(text.articleId, { lang: text.locale }),
    () => restoreVersion(ctx, { ...text, number, seen: revision }),
    { key: "knowledge:toast.versionRestored", params: { number } },
  );
});
