import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 1_500;
const TIMES = 20;

/** Looks again and again at a mail that is being worked on, for half a minute. */
export function useProgress(working: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!working) return;
    let left = TIMES;
    const timer = setInterval(() => {
      revalidate();
      if (--left === 0) clearInterval(timer);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [working, revalidate]);
}
