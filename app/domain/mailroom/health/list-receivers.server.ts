import { assertAdministers } from "~/domain/routing/policy";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import type { ReceiverCertificate } from "./receiver-certificate";
import type { ReceiverCounts } from "./receiver-tally";
import { FORGET_MS } from "./start-heartbeat.server";

const GONE_MS = 60_000;
const QUIET_MS = 86_400_000;
const TROUBLE_MS = 3_600_000;
const RENEW_MS = 14 * 86_400_000;

/** `gone` has not been heard of for a minute; `certificate` is about to end or has ended. */
export type ReceiverHealth = "ok" | "silent" | "trouble" | "certificate" | "gone";

export type ReceiverRow = {
  id: string;
  machine: string;
  host: string;
  port: number;
  startedAt: Date;
  seenAt: Date;
  lastMessageAt: Date | null;
  lastError: string | null;
  lastErrorAt: Date | null;
  counts: ReceiverCounts;
  certificate: ReceiverCertificate | null;
  health: ReceiverHealth;
};

/** Ways in beside SMTP and IMAP. */
export type DoorRow = { source: "http" | "resend" | "pipe"; configured: boolean; lastMessageAt: Date | null };

/** Receivers that were heard of within a day, and the other doors with their last message. */
export async function listReceivers(ctx: Ctx): Promise<{ receivers: ReceiverRow[]; doors: DoorRow[] }> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.mailReceiver.findMany({
    where: { seenAt: { gt: new Date(ctx.now.getTime() - FORGET_MS) } },
    orderBy: [{ machine: "asc" }, { host: "asc" }, { port: "asc" }, { startedAt: "desc" }],
  });
  const last = await ctx.db.$queryRaw<{ source: DoorRow["source"]; at: Date }[]>`
    select s.source, m.received_at as at from unnest('{http,resend,pipe}'::mail_source[]) s(source)
    cross join lateral (
      select received_at from inbound_mail where source = s.source and source in ('pipe', 'http', 'resend')
      order by received_at desc limit 1
    ) m`;
  const { inboundToken, resend } = config();
  const configured = { http: inboundToken !== null, resend: resend.webhookSecret !== null, pipe: true };
  return {
    receivers: rows.map((row) => {
      const counts = row.counts as ReceiverCounts;
      const certificate = row.certificate as ReceiverCertificate | null;
      return { ...row, counts, certificate, health: healthOf({ ...row, certificate }, ctx.now) };
    }),
    doors: (["http", "resend", "pipe"] as const).map((source) => ({
      source,
      configured: configured[source],
      lastMessageAt: last.find((row) => row.source === source)?.at ?? null,
    })),
  };
}

type Facts = Pick<ReceiverRow, "startedAt" | "seenAt" | "lastMessageAt" | "lastErrorAt" | "certificate">;

function healthOf({ startedAt, seenAt, lastMessageAt, lastErrorAt, certificate }: Facts, now: Date): ReceiverHealth {
  const within = (at: Date | null, ms: number) => at !== null && now.getTime() - at.getTime() < ms;
  if (!within(seenAt, GONE_MS)) return "gone";
  if (within(lastErrorAt, TROUBLE_MS) && (!lastMessageAt || lastErrorAt! > lastMessageAt)) return "trouble";
  if (certificate && !certificate.own && new Date(certificate.until).getTime() - now.getTime() < RENEW_MS)
    return "certificate";
  return within(lastMessageAt ?? startedAt, QUIET_MS) ? "ok" : "silent";
}
