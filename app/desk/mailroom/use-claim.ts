import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { CLAIM_MINUTES } from "~/domain/mailroom/mail-views";
import { paths } from "~/http/paths";

/**
 * Whoever has a held mail open is on it: said when the page shows and again while it stays in sight, well before the
 * claim ends. Only a page that is drawn says so; one that was fetched ahead says nothing.
 */
export function useClaim(id: string, free: boolean): void {
  const { submit } = useFetcher();
  const send = useRef(submit);
  useEffect(() => {
    send.current = submit;
  });
  useEffect(() => {
    if (!free) return;
    const claim = () => {
      if (document.visibilityState === "visible")
        send.current({ stay: "yes" }, { method: "post", action: paths.desk.mail(id, "claim") });
    };
    claim();
    const timer = setInterval(claim, (CLAIM_MINUTES / 3) * 60_000);
    return () => clearInterval(timer);
  }, [id, free]);
}
