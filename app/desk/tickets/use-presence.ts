import { useEffect } from "react";
import { paths } from "~/http/paths";

const BEAT_MS = 15_000;

/** Says that this tab looks at the ticket, and whether one types; says goodbye when it goes. */
export function usePresence(number: number): void {
  useEffect(() => {
    const tab = crypto.randomUUID();
    const address = paths.desk.ticketPart(number, "presence");
    let typedAt = 0;
    let said = false;
    const body = (left: boolean) =>
      new URLSearchParams({ tab, typing: String(Date.now() - typedAt < BEAT_MS), ...(left ? { left: "true" } : {}) });
    const beat = () => {
      if (document.visibilityState === "hidden") return;
      said = Date.now() - typedAt < BEAT_MS;
      void fetch(address, { method: "POST", body: body(false) }).catch(() => undefined);
    };
    const type = (event: Event) => {
      if ((event.target as HTMLElement | null)?.id !== "reply") return;
      typedAt = Date.now();
      if (!said) beat();
    };
    const leave = () => void navigator.sendBeacon(address, body(true));
    beat();
    const timer = setInterval(beat, BEAT_MS);
    document.addEventListener("input", type);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("input", type);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [number]);
}
