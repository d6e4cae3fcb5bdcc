import { z } from "zod";
import type { Ctx } from "./ctx.server";
import { database } from "./db.server";

/** What an administrator may set, by group. Defaults are part of the schema: an empty table is a valid installation. */
export const settingGroups = {
  company: z.object({
    name: z.string().trim().min(1).max(80).default("Sportello"),
    /** Shown in the portal's footer. */
    hours: z.string().trim().max(120).default(""),
    phone: z.string().trim().max(40).default(""),
    email: z.string().trim().max(120).default(""),
    timeZone: z.string().trim().max(60).default("Europe/Rome"),
    /** What an hour of work is counted in (ISO 4217). */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default("EUR"),
    brandHue: z.coerce.number().int().min(0).max(360).default(195),
  }),
  tickets: z.object({
    /** Days after which a solved ticket closes itself. */
    closeAfterDays: z.coerce.number().int().min(1).max(365).default(7),
    /** Seconds an agent's reply waits before it is released. */
    undoSeconds: z.coerce.number().int().min(0).max(120).default(15),
    /** Days a deleted ticket can be restored. */
    binDays: z.coerce.number().int().min(1).max(365).default(30),
    /** Largest upload, in megabytes. */
    uploadMegabytes: z.coerce.number().int().min(1).max(100).default(20),
  }),
  mail: z.object({
    /** An unknown sender who names a ticket gets a linked ticket, or waits for a person. */
    unknownSender: z.enum(["link", "hold"]).default("link"),
    /** Mail whose DMARC fails waits for a person, or is only marked. */
    dmarcFail: z.enum(["hold", "mark"]).default("hold"),
    /** From this spam score on a mail waits for a person. */
    spamScore: z.coerce.number().min(1).max(100).default(5),
    /** A customer's mail to a closed ticket: a linked follow-up, the ticket again, or that within `reopenDays`. */
    closedTickets: z.enum(["follow_up", "reopen", "reopen_within"]).default("follow_up"),
    reopenDays: z.coerce.number().int().min(1).max(365).default(30),
    /** Names (authserv-id, RFC 8601) of relays in front whose Authentication-Results are believed. */
    trustedRelays: z.array(z.string().trim().toLowerCase().min(1).max(255)).max(20).default([]),
  }),
} as const;

export type SettingGroup = keyof typeof settingGroups;
export type Settings<G extends SettingGroup> = z.output<(typeof settingGroups)[G]>;

const FRESH_MS = 5_000;
const cache = new Map<string, { until: number; value: unknown }>();

/** A group's values, at most five seconds old; inside a transaction always read. */
export async function getSettings<G extends SettingGroup>(ctx: Ctx, group: G): Promise<Settings<G>> {
  const key = `${database().url} ${group}`;
  const held = cache.get(key);
  if (held && !ctx.pending && held.until > Date.now()) return held.value as Settings<G>;
  const row = await ctx.db.setting.findUnique({ where: { key: group } });
  const parsed = settingGroups[group].safeParse(row?.value ?? {});
  const value = (parsed.success ? parsed.data : settingGroups[group].parse({})) as Settings<G>;
  cache.set(key, { until: Date.now() + FRESH_MS, value });
  return value;
}

/** Forgets held values; called after a change. */
export const forgetSettings = () => cache.clear();
