import { useEffect, useRef } from "react";

const NEAR_PX = 160;

/** Opens a conversation at what is new, else at its end; stays at the end while one is there and more arrives. */
export function useNewestInView(ticketId: string, count: number) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const opened = shown.current !== ticketId;
    shown.current = ticketId;
    const news = opened ? element.querySelector("#new") : null;
    if (news) news.scrollIntoView({ block: "start" });
    else if (
      opened ||
      element.scrollHeight - element.scrollTop - element.clientHeight <
        NEAR_PX + (element.lastElementChild?.clientHeight ?? 0)
    )
      element.scrollTop = element.scrollHeight;
  }, [ticketId, count]);
  return box;
}
