import type { SerializeFrom } from "@remix-run/node";
import type { Failure } from "~/http/route.server";
import type { CalendarDraft } from "./read-calendar-post.server";

type Outcome = { failed: Failure | undefined; drafted: SerializeFrom<CalendarDraft> | undefined };

/** What a posted calendar came back with: a refusal, or a form filled in. */
export function outcomeOf(data: unknown): Outcome {
  if (typeof data !== "object" || data === null) return { failed: undefined, drafted: undefined };
  return {
    failed: "failure" in data ? (data as Failure) : undefined,
    drafted: "draft" in data ? (data as SerializeFrom<CalendarDraft>) : undefined,
  };
}
