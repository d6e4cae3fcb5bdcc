import { useNavigate } from "@remix-run/react";
import { Search } from "lucide-react";
import { type ComponentType, type MouseEvent, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Icon } from "~/components/ui/icon";
import { LinkButton } from "~/components/ui/button";
import type { DeskCounts } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import type { PaletteProps } from "./palette";
import { useOpenTicket } from "./use-open-ticket";

/** Ctrl or Cmd with K, wherever the key is on a keyboard of another script. */
const isPaletteKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  (event.key.toLowerCase() === "k" || (event.code === "KeyK" && !/^[a-z]$/i.test(event.key)));

/**
 * The button of the command palette, and its key on every page of the desk. The palette's script comes with the first
 * use; without one the button is a link to the page of all commands.
 */
export function PaletteDoor({ queues }: { queues: DeskCounts["queues"] }) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [open, setOpen] = useState(false);
  const ticket = useOpenTicket();
  const navigate = useNavigate();
  const t = useT();
  const page = paths.desk.commands({ ticket: ticket?.number });

  function show() {
    setOpen(true);
    if (Palette) return;
    import("./palette").then(
      (loaded) => setPalette(() => loaded.Palette),
      // Without the script, for instance after an update of the server, the page does the same.
      () => {
        setOpen(false);
        navigate(page);
      },
    );
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) show();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  function press(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show();
  }

  return (
    <>
      <LinkButton
        href={page}
        size="sm"
        icon={<Icon of={Search} size={15} />}
        kbd="Ctrl K"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={press}
      >
        {t("desk:commands.title")}
      </LinkButton>
      {/* Beside the page: where the menu is a closed drawer, nothing in it is drawn. */}
      {open && Palette
        ? createPortal(<Palette queues={queues} ticket={ticket} onClose={() => setOpen(false)} />, document.body)
        : null}
    </>
  );
}
