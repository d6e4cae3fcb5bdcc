import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { reloadWhenQuiet } from "~/http/reload-when-quiet";

const EVERY_MS = 1_200;

/** Reads the page's data again and again while something is being worked on and the page is in view. */
export function useLookAgain(working: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!working) return;
    let giveUp = () => {};
    const timer = setInterval(() => {
      giveUp();
      if (document.visibilityState === "visible") giveUp = reloadWhenQuiet(revalidate);
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      giveUp();
    };
  }, [working, revalidate]);
}
