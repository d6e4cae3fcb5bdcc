/** Why nobody has a ticket: `manual` queues are worked by pulling. */
export const WAIT_REASONS = ["manual", "no_members", "nobody_on_duty", "nobody_fits", "no_capacity"] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];
