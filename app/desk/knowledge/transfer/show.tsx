import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginImport } from "~/domain/knowledge/transfer/begin-import.server";
import { listImports } from "~/domain/knowledge/transfer/list-imports.server";
import { summariseExport } from "~/domain/knowledge/transfer/summarise-export.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { editorAction, editorLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { KnowledgeTabs } from "../knowledge-tabs";
import { ExportCard } from "./export-card";
import { FormatCard } from "./format-card";
import { ImportCard } from "./import-card";
import { readFiles } from "./read-files.server";
import { RecentCard } from "./recent-card";

export const meta = pageTitle;

export const loader = editorLoader(async (ctx) => ({
  title: translator(ctx.locale)("transfer:title"),
  summary: await summariseExport(ctx),
  imports: await listImports(ctx),
}));

export const action = editorAction(async (ctx, { request }) => {
  const { name, files } = await readFiles(request);
  return redirect(paths.desk.knowledge(`transfer/${await beginImport(ctx, name, files)}`));
});

/** Files into the knowledge base, and out of it. */
export default function Transfer() {
  const { title, summary, imports } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useT();
  return (
    <Sheet
      title={title}
      lead={t("transfer:lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
    >
      <KnowledgeTabs current="transfer" />
      <div className="grid items-start gap-4 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-4">
          <ImportCard failure={refused && "failure" in refused ? refused.failure : undefined} />
          {imports.length > 0 ? <RecentCard rows={imports} /> : null}
        </div>
        <div className="grid gap-4">
          <ExportCard summary={summary} />
          <FormatCard />
        </div>
      </div>
    </Sheet>
  );
}
