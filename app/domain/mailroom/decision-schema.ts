import { z } from "zod";

const number = z
  .string({ error: "mailroom:error.number" })
  .trim()
  .transform((text) => text.replace(/^#\s*/, ""))
  .pipe(z.string().regex(/^[1-9]\d{0,8}$/, "mailroom:error.number"))
  .transform(Number);

/** What somebody decides about a held mail on its page. `to` is `person:<id>`, `organization:<id>`, `sender`, or `other` with words. */
export const decisionForm = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("open") }),
    z.object({ kind: z.literal("join"), number }),
    z.object({
      kind: z.literal("file"),
      to: z
        .string({ error: "mailroom:error.fileTo" })
        .regex(/^(?:(?:person|organization):[0-9a-f-]{36}|other|sender)$/, "mailroom:error.fileTo"),
      other: z.string().trim().max(320).default(""),
    }),
    z.object({ kind: z.literal("discard") }),
    z.object({
      kind: z.literal("block"),
      entry: z.enum(["address", "domain"], { error: "mailroom:error.blockEntry" }),
    }),
  ],
  { error: "common:error.form" },
);
export type DecisionForm = z.output<typeof decisionForm>;
