import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { editorLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import styles from "~/styles/prose.css?url";
import { Sheet } from "../../sheet";
import { readFormatHtml } from "./format-html.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = pageTitle;

export const loader = editorLoader(async (ctx) => ({
  title: translator(ctx.locale)("transfer:format.title"),
  html: await readFormatHtml(ctx.locale),
}));

/** The format of import and export, for people who prepare files. */
export default function Format() {
  const { title, html } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      title={title}
      slim
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: paths.desk.knowledge("transfer"), label: t("transfer:title") },
      ]}
    >
      <Card padded>
        <article className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </Card>
    </Sheet>
  );
}
