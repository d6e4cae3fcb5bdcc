import { data } from "@remix-run/node";
import { z } from "zod";
import { tryPattern } from "~/domain/mailroom/rules/patterns.server";
import { readInput } from "~/http/forms.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { backToMailRules } from "./change-mail-rules.server";

export const loader = adminLoader(async () => backToMailRules());

const form = z.object({ pattern: z.string().max(5_000).default(""), sample: z.string().max(5_000).default("") });

/** What a pattern finds in a text that was typed beside it. */
export const action = adminAction(async (ctx, { request }) => {
  const { pattern, sample } = await readInput(ctx, request, form);
  return data(tryPattern(pattern.trim(), sample));
});
