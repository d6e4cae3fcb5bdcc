import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import type { TimelineItem } from "~/domain/tickets/views";
import { paths } from "~/http/paths";

type Part = { items: TimelineItem[]; earlier: string | null };
type Held = { data: Part | undefined; newest: readonly TimelineItem[]; before: Part | null };

/**
 * The time line with what was loaded before the newest stretch, and a way to load more. A new message pushes the oldest
 * one out of the newest stretch: once more is on the screen, it stays there. For one ticket: key the caller by it.
 */
export function useEarlier(number: number, newest: readonly TimelineItem[], first: string | null) {
  const { data, load, state } = useFetcher<Part>();
  const [had, setHad] = useState<Held>({ data, newest, before: null });
  const held = had.data === data && had.newest === newest ? had : hold(had, data, newest);
  if (held !== had) setHad(held);
  const earlier = held.before ? held.before.earlier : first;
  return {
    items: join(held.before?.items ?? [], newest),
    earlier,
    busy: state !== "idle",
    load: () => {
      if (earlier && state === "idle") load(paths.desk.ticketPart(number, "earlier", { before: earlier }));
    },
  };
}

function hold(had: Held, data: Part | undefined, newest: readonly TimelineItem[]): Held {
  const kept = had.before && { ...had.before, items: join(had.before.items, had.newest) };
  const more = data && data !== had.data ? { ...data, items: join(data.items, kept?.items ?? []) } : null;
  return { data, newest, before: more ?? kept };
}

/** Two stretches as one; of an item in both the later stretch has the newer words. */
function join(before: readonly TimelineItem[], after: readonly TimelineItem[]): TimelineItem[] {
  const later = new Set(after.map(({ id }) => id));
  return [...before.filter(({ id }) => !later.has(id)), ...after];
}
