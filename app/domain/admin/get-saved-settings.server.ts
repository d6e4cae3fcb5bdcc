import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";
import { getSettings, type SettingGroup, type Settings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";

/** A group of settings as it is saved this moment, for the form that changes it: another process may have saved since. */
export function getSavedSettings<G extends SettingGroup>(ctx: Ctx, group: G): Promise<Settings<G>> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, (ctx) => getSettings(ctx, group));
}
