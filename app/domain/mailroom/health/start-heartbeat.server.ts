import os from "node:os";
import { newId } from "~/lib/id";
import { clock } from "~/platform/clock.server";
import { config } from "~/platform/config.server";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import type { TlsCertificate } from "../tls-certificate";
import { describeCertificate } from "./receiver-certificate";
import type { ReceiverTally } from "./receiver-tally";

/** Rows of processes that ended without a word are shown for so long. */
export const FORGET_MS = 86_400_000;
const FAREWELL_MS = 2_000;

type Place = { host: string; port: number; everyMs: number; certificate: () => TlsCertificate };

const BEAT = {
  name: "receiver-heartbeat",
  text: `with forgotten as (delete from mail_receiver where seen_at < $1::timestamptz)
    insert into mail_receiver (id, machine, host, port, started_at, seen_at, last_message_at, last_error, last_error_at,
      counts, certificate)
    values ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (id) do update set seen_at = excluded.seen_at, last_message_at = excluded.last_message_at,
      last_error = excluded.last_error, last_error_at = excluded.last_error_at, counts = excluded.counts,
      certificate = excluded.certificate`,
};

/**
 * Shows in `mail_receiver` that this process listens, and what it has counted: at once, every `everyMs`, and no longer
 * after `stop`. One small statement each time; a database that is away is told of nothing and missed nothing.
 */
export function startHeartbeat(
  tally: ReceiverTally,
  { host, port, everyMs, certificate }: Place,
): { stop(): Promise<void> } {
  const startedAt = clock.now();
  const id = newId(startedAt.getTime());
  const machine = os.hostname().slice(0, 120);

  const beat = async () => {
    const now = clock.now();
    const about = describeCertificate(certificate(), config().mail.tls === null);
    const { lastMessageAt, lastError, counts } = tally;
    const values = [new Date(now.getTime() - FORGET_MS), id, machine, host, port, startedAt, now, lastMessageAt];
    await database().pool.query({
      ...BEAT,
      values: [
        ...values,
        lastError?.text ?? null,
        lastError?.at ?? null,
        JSON.stringify(counts),
        JSON.stringify(about),
      ],
    });
  };
  let writing: Promise<void> | null = null;
  const write = () => {
    writing ??= beat()
      .catch((error: Error) => log.debug({ err: error.message }, "the receiver's heartbeat was not written"))
      .finally(() => (writing = null));
  };
  write();
  const timer = setInterval(write, everyMs).unref();

  return {
    async stop() {
      clearInterval(timer);
      const gone = async () => {
        await writing;
        await database().pool.query("delete from mail_receiver where id = $1", [id]);
      };
      await Promise.race([gone().catch(() => undefined), pause(FAREWELL_MS)]);
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());
