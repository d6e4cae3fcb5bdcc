import { Tabs } from "~/components/ui/tabs";
import { withQuery } from "~/http/paths";
import { ConversationKit } from "./conversation-kit";
import { DataKit } from "./data-kit";
import { FormKit } from "./form-kit";
import { OverlayKit } from "./overlay-kit";
import { WordKit } from "./word-kit";

type Props = { theme: "light" | "dark"; density: "roomy" | "compact" };

/** The kit itself, in a theme and a density of its own. */
export function KitPage({ theme, density }: Props) {
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
