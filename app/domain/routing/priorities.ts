import type { Priority } from "~/generated/prisma/enums";

export type { Priority };

/** Most urgent first. */
export const PRIORITIES = ["urgent", "high", "normal", "low"] as const satisfies readonly Priority[];
