import { touchDuty } from "~/domain/routing/touch-duty.server";
import { liveTopics } from "~/domain/tickets/live-topics.server";
import { liveStream } from "~/http/live-stream.server";
import { personLoader } from "~/http/route.server";

/** One event stream per browser tab; of the wished topics it follows those the person may see. An open one keeps an agent on duty. */
export const loader = personLoader(async (ctx, { request }) => {
  const wished = (new URL(request.url).searchParams.get("topics") ?? "").split(" ").filter(Boolean).slice(0, 60);
  return liveStream(request, await liveTopics(ctx, wished), (now) => touchDuty({ ...ctx, now }));
});
