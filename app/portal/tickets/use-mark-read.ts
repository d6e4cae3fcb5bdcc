import { useEffect } from "react";
import { paths } from "~/http/paths";

/**
 * Marks the ticket read once its newest message is on a screen somebody looks at. `read` says that the page's own load
 * has done it; data that was fetched ahead, or came by itself, has not been seen yet.
 */
export function useMarkRead(number: number, read: boolean, newestId: string | undefined): void {
  useEffect(() => {
    if (read || !newestId) return;
    const mark = () => {
      if (document.visibilityState === "hidden") return;
      document.removeEventListener("visibilitychange", mark);
      // A mark that gets lost comes back with the next look.
      fetch(paths.ticketPart(number, "read"), { method: "POST", keepalive: true }).catch(() => undefined);
    };
    document.addEventListener("visibilitychange", mark);
    mark();
    return () => document.removeEventListener("visibilitychange", mark);
  }, [number, read, newestId]);
}
