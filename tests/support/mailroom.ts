import net from "node:net";
import { Logger, runOnce } from "graphile-worker";
import nodemailer from "nodemailer";
import type Mail from "nodemailer/lib/mailer";
import { jobs } from "~/domain/mailroom/jobs.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";

const quiet = new Logger(() => () => undefined);

/** Runs the mailroom's waiting jobs as the worker would, until none is due; failures stay in the queue with their error. */
export async function workMail(concurrency = 2): Promise<void> {
  const taskList = Object.fromEntries(
    jobs.map((job) => [job.name, (payload: unknown) => job.run(systemCtx(), job.payload.parse(payload) as never)]),
  );
  const { pool } = database();
  await runOnce({ pgPool: pool, taskList, concurrency, noHandleSignals: true, logger: quiet });
}

/** Sends one mail by SMTP; rejects with the server's refusal. */
export async function sendMail(port: number, mail: Mail.Options): Promise<string> {
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  try {
    return (await transport.sendMail(mail)).response;
  } finally {
    transport.close();
  }
}

/** Sends bytes as they are. */
export const sendRaw = (port: number, raw: string | Buffer, from: string, ...to: string[]): Promise<string> =>
  sendMail(port, { envelope: { from, to }, raw });

/** Talks SMTP by hand: writes each piece and answers with all the server said until it is silent for a moment. */
export async function talkSmtp(port: number, pieces: readonly string[], pauseMs = 150): Promise<string> {
  const socket = net.connect(port, "127.0.0.1");
  let heard = "";
  socket.on("data", (chunk) => (heard += chunk.toString("latin1")));
  socket.on("error", () => undefined);
  const said = async (since: number) => {
    for (let waited = 0; heard.length === since && waited < 600; waited += 20) await pause(20);
    await pause(pauseMs);
  };
  await said(0);
  for (const piece of pieces) {
    const before = heard.length;
    socket.write(piece, "latin1");
    await said(before);
  }
  socket.destroy();
  return heard;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
