import { z } from "zod";

export const LONGEST_VIEW_NAME = 60;
export const LONGEST_QUERY = 300;
/** Views that one person keeps. */
export const MOST_VIEWS = 30;

const name = z.string().trim().min(1).max(LONGEST_VIEW_NAME);
const shared = z.literal("yes").optional().transform(Boolean);

/** A search kept as a view. */
export const viewForm = z.object({ name, shared, query: z.string().trim().min(1).max(LONGEST_QUERY) });
export type ViewForm = z.output<typeof viewForm>;

/** What of a view can be changed. */
export const viewChange = z.object({ name, shared });
export type ViewChange = z.output<typeof viewChange>;
