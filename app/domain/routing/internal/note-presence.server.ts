import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import "../events";
import type { AgentPresence } from "../presence";

type Change = { from: AgentPresence; to: AgentPresence; auto: boolean };

/** The record of a presence that the running transaction has written, for the audit log and open screens. */
export async function notePresence(ctx: Ctx, personId: string, { from, to, auto }: Change): Promise<void> {
  await recordEvent(ctx, "agent.presence_changed", { personId }, { from, to, auto });
  touch(ctx, `person:${personId}`);
}
