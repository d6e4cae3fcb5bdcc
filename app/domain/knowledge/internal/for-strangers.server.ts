import type { Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";

const FRESH_MS = 2_000;
const held = new Map<string, { until: number; value: Promise<unknown> }>();

/**
 * What all strangers are shown alike in one language, read by this process at most every two seconds however many ask;
 * what anybody else is shown is read each time.
 */
export function forStrangers<T>(ctx: Ctx, name: string, read: () => Promise<T>): Promise<T> {
  if (ctx.actor.kind !== "anonymous") return read();
  const key = `${database().url} ${name} ${ctx.locale}`;
  const known = held.get(key);
  if (known && known.until > Date.now()) return known.value as Promise<T>;
  const value = read();
  held.set(key, { until: Date.now() + FRESH_MS, value });
  value.catch(() => held.delete(key));
  return value;
}
