import type { z } from "zod";
import { assertAdministers } from "~/domain/routing/policy";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { forgetSettings, type SettingGroup, settingGroups } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";

/**
 * Saves a group of settings: what is given is laid over what is saved and checked as a whole. Other processes see it
 * within five seconds. A refused value names its field.
 */
export async function saveSettings<G extends SettingGroup>(
  ctx: Ctx,
  group: G,
  values: Partial<z.input<(typeof settingGroups)[G]>>,
): Promise<void> {
  assertAdministers(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`settings.${group}`}, 0))`;
    const saved = await ctx.db.setting.findUnique({ where: { key: group }, select: { value: true } });
    const parsed = settingGroups[group].safeParse({ ...(saved?.value as object | undefined), ...values });
    if (!parsed.success) throw invalid("common:error.checkFields", fieldsOf(parsed.error));
    await ctx.db.setting.upsert({
      where: { key: group },
      create: { key: group, value: parsed.data, updatedAt: ctx.now },
      update: { value: parsed.data, updatedAt: ctx.now },
      select: { key: true },
    });
    await recordEvent(ctx, "settings.saved", {}, { group, fields: Object.keys(values) });
  });
  forgetSettings();
}

const fieldsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), "common:error.invalid"]));
