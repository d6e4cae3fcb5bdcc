import { touchDuty } from "~/domain/routing/touch-duty.server";
import { liveTopics } from "~/domain/tickets/live-topics.server";
import { liveStream } from "~/http/live-stream.server";
import { personLoader } from "~/http/route.server";

/**
 * One event stream per browser; of the wished topics it follows those the person may see, and begins with what changed
 * since `since` (milliseconds since 1970). An open one keeps an agent on duty.
 */
export const loader = personLoader(async (ctx, { request }) => {
  const now = Date.now();
  const query = new URL(request.url).searchParams;
  const wished = (query.get("topics") ?? "").split(" ").filter(Boolean).slice(0, 60);
  const since = Math.min(Number(query.get("since")) || now, now);
  return liveStream(request, await liveTopics(ctx, wished), since, (later) => touchDuty({ ...ctx, now: later }));
});
