import { useRouteLoaderData } from "@remix-run/react";
import type { PageFacts } from "./page-facts.server";

/** The frame's facts, loaded once by the root. */
export function usePageFacts(): PageFacts {
  const facts = useRouteLoaderData<PageFacts>("root");
  if (!facts) throw new Error("root loader data is missing");
  return facts as PageFacts;
}
