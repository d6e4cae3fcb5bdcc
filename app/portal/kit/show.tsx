import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Tabs } from "~/components/ui/tabs";
import { publicLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";
import { withQuery } from "~/http/paths";
import desk from "~/styles/desk.css?url";
import prose from "~/styles/prose.css?url";
import { ConversationKit } from "./conversation-kit";
import { DataKit } from "./data-kit";
import { FormKit } from "./form-kit";
import { OverlayKit } from "./overlay-kit";
import { WordKit } from "./word-kit";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: prose },
  { rel: "stylesheet", href: desk },
];

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
  const { theme, density } = useLoaderData<typeof loader>();
  return <KitPage theme={theme} density={density} />;
}

export function KitPage({ theme, density }: { theme: "light" | "dark"; density: "roomy" | "compact" }) {
  const at = (to: { theme?: string; density?: string }) => withQuery("/kit", { theme, density, ...to });
  return (
    <div data-theme={theme} data-density={density}>
      <div className="page">
        <header className="page-head">
          <h1>Kit</h1>
          <Tabs
            label="Theme"
            look="pill"
            items={[
              { href: at({ theme: "light" }), label: "Light", current: theme === "light" },
              { href: at({ theme: "dark" }), label: "Dark", current: theme === "dark" },
            ]}
          />
          <Tabs
            label="Density"
            look="pill"
            items={[
              { href: at({ density: "roomy" }), label: "Roomy", current: density === "roomy" },
              { href: at({ density: "compact" }), label: "Compact", current: density === "compact" },
            ]}
          />
        </header>
        <div className="stack">
          <WordKit />
          <FormKit />
          <DataKit />
          <OverlayKit until={null} />
          <ConversationKit />
        </div>
      </div>
    </div>
  );
}
