import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { announceNews } from "./announce-news.server";

/** Runs at the moment a news was scheduled for; too early or a second time it does nothing. */
export const newsJobs = [
  defineJob({
    name: "knowledge.announce-news",
    payload: z.object({ newsId: z.uuid() }),
    run: (ctx, { newsId }) => announceNews(ctx, newsId),
  }),
];
