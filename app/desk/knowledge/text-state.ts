import type { Tone } from "~/components/ui/chip";

/** How one language of an article stands, the most pressing thing first. */
export type TextState = "stale" | "in_review" | "scheduled" | "changes" | "ending" | "published" | "draft" | "none";

export const STATE_TONES: Record<TextState, Tone> = {
  stale: "warn",
  in_review: "info",
  scheduled: "info",
  changes: "brand",
  ending: "info",
  published: "ok",
  draft: "neutral",
  none: "neutral",
};

/** What of a text decides how it stands. */
export type TextFacts = {
  published: boolean;
  work: "none" | "draft" | "in_review";
  scheduled: boolean;
  /** It is taken back at a time to come. */
  ending: boolean;
  stale: boolean;
};

export function textState(facts: TextFacts | undefined): TextState {
  if (!facts) return "none";
  if (facts.work === "in_review") return "in_review";
  if (facts.scheduled) return "scheduled";
  if (!facts.published) return "draft";
  if (facts.stale) return "stale";
  if (facts.work === "draft") return "changes";
  return facts.ending ? "ending" : "published";
}
