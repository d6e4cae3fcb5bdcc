import { z } from "zod";

/** One place up or down. */
export const moveForm = z.object({ by: z.enum(["-1", "1"]).transform((by) => (by === "1" ? 1 : -1)) });
/** Out of every choice, or back into them. */
export const archiveForm = z.object({ restore: z.literal("yes").optional() });
