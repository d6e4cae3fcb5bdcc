import { SLA_KINDS } from "~/domain/sla/schema";
import { viewClock } from "~/domain/sla/view-clock";
import type { ClocksView, ClockView } from "~/domain/sla/views";
import type { Ctx } from "~/platform/ctx.server";
import { readClocks } from "./internal/read-clocks.server";

/** The clocks of a ticket that the actor sees, or 404: those that run in the order of their kinds, then past ones, newest first. */
export async function getClocks(ctx: Ctx, number: number): Promise<ClocksView> {
  const { recomputing, stretches, targets, versionOf } = await readClocks(ctx, number);
  const clocks = targets.map((target) => viewClock(target, versionOf(target), stretches, ctx.now));
  const place = ({ kind }: ClockView) => SLA_KINDS.indexOf(kind);
  const running = clocks.filter(({ state }) => RUNNING.has(state)).sort((a, b) => place(a) - place(b));
  return { clocks: [...running, ...clocks.filter(({ state }) => !RUNNING.has(state))], recomputing };
}

const RUNNING = new Set<ClockView["state"]>(["running", "paused", "breached"]);
