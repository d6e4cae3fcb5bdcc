import { z } from "zod";

/** Which of a queue's addresses a button means. */
export const addressForm = z.object({ address: z.string().max(254) });
