import { z } from "zod";

/** Why an article did not help. */
export const VOTE_REASONS = ["not_found", "unclear", "wrong", "outdated", "other"] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

export const MAX_VOTE_COMMENT = 1_000;

export const voteForm = z.object({
  locale: z.enum(["en", "it", "ro", "ru"], "common:error.invalid"),
  helpful: z.enum(["yes", "no"], "common:error.invalid").transform((answer) => answer === "yes"),
  reason: z.enum(VOTE_REASONS, "common:error.invalid").nullable().default(null),
  comment: z.string().trim().max(MAX_VOTE_COMMENT, "common:error.tooLong").default(""),
});
export type VoteForm = z.output<typeof voteForm>;
