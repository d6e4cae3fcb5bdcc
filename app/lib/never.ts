/** "None" in a column that sorts by time: the last day a four-digit year can say. */
export const NEVER = new Date("9999-12-31T00:00:00.000Z");
export const isNever = (at: Date): boolean => at.getTime() >= NEVER.getTime();
