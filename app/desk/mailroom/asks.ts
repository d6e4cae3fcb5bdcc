/** The forms of the decision box, each with an address of its own (`?do=`). */
export const ASKS = ["join", "file", "block"] as const;
export type Ask = (typeof ASKS)[number];
