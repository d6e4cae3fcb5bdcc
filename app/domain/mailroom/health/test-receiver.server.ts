import net from "node:net";
import { limitTrials } from "~/domain/mail/limit-trials.server";
import { assertAdministers } from "~/domain/routing/policy";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";

const PATIENCE_MS = 5_000;
const ANY_ADDRESS = ["", "0.0.0.0", "::"];

/** `heard` is the last line of the receiver, or what the network said. */
export type ReceiverTrial = { works: boolean; starttls: boolean; heard: string; milliseconds: number };

/** Connects to one of our own receivers as a stranger would, says EHLO and QUIT, and leaves no mail. */
export async function testReceiver(ctx: Ctx, receiverId: string): Promise<ReceiverTrial> {
  assertAdministers(ctx.actor);
  if (!isId(receiverId)) throw notFound();
  const row = await ctx.db.mailReceiver.findUnique({
    where: { id: receiverId },
    select: { host: true, port: true },
  });
  if (!row) throw notFound();
  await limitTrials(ctx, "receiver");
  const since = performance.now();
  const host = ANY_ADDRESS.includes(row.host) ? "127.0.0.1" : row.host;
  const said = await converse(host, row.port).catch((error: Error) => error);
  const milliseconds = Math.round(performance.now() - since);
  if (said instanceof Error) return { works: false, starttls: false, heard: said.message, milliseconds };
  const last = said.trim().split("\r\n").at(-1) ?? "";
  return { works: last.startsWith("221"), starttls: /^250[- ]STARTTLS/m.test(said), heard: last, milliseconds };
}

/** Everything that the server said to a greeting and a farewell. */
function converse(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, timeout: PATIENCE_MS });
    const lines = ["EHLO localhost\r\n", "QUIT\r\n"];
    let heard = "";
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      heard += text;
      // A whole reply ends with a line whose code is followed by a space.
      if (/^\d{3} .*\r\n$/m.test(heard.slice(heard.lastIndexOf("\n", heard.length - 2) + 1))) {
        const line = lines.shift();
        if (line) socket.write(line);
      }
      if (heard.length > 10_000) socket.destroy(new Error("the server says too much"));
    });
    socket.on("timeout", () => socket.destroy(new Error("no answer within five seconds")));
    socket.on("error", reject);
    socket.on("close", () => resolve(heard));
  });
}
