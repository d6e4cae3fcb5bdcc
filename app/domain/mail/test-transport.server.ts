import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { limitTrials } from "./limit-trials.server";
import type { BounceReason } from "./mime/bounce-reasons";
import { chooseTransport } from "./transports/choose-transport.server";
import { Refused, type Transport } from "./transports/transport";

/** `reason` is null when all is well; `detail` is what the other side said. */
export type TransportTrial = {
  transport: Transport["name"];
  reason: BounceReason | null;
  detail: string;
  milliseconds: number;
};

/** Connects to the configured way out and signs in, without sending anything. Administrators only. */
export async function testTransport(ctx: Ctx): Promise<TransportTrial> {
  if (ctx.actor.kind === "person" && ctx.actor.role !== "administrator") throw forbidden();
  await limitTrials(ctx, "transport");
  const transport = chooseTransport();
  const since = performance.now();
  const found = await transport.test().then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refused) return error;
      throw error;
    },
  );
  const milliseconds = Math.round(performance.now() - since);
  return { transport: transport.name, reason: found?.reason ?? null, detail: found?.detail ?? "", milliseconds };
}
