import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";
import styles from "~/styles/portal-kit.css?url";
import { KitPage } from "./kit-page";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = () => [{ title: "Kit" }];

/** Every component in every state, for those who build screens; nothing in production. */
export const loader = publicLoader(async (_ctx, { request }) => {
  if (process.env.NODE_ENV === "production") throw notFound();
  const query = new URL(request.url).searchParams;
  return {
    theme: query.get("theme") === "dark" ? ("dark" as const) : ("light" as const),
    density: query.get("density") === "compact" ? ("compact" as const) : ("roomy" as const),
  };
});

export default function Kit() {
  return <KitPage {...useLoaderData<typeof loader>()} />;
}
