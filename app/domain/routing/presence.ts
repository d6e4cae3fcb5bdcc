/** Who is available gets tickets; who is away comes back; who is off has gone home. */
export const PRESENCES = ["available", "away", "off"] as const;
export type AgentPresence = (typeof PRESENCES)[number];

const MINUTE_MS = 60_000;
/** The last sign of an open tab older than this means away. */
export const AWAY_AFTER_MS = 5 * MINUTE_MS;
/** A sign of an open tab is written down at most this often. */
export const SEEN_EVERY_MS = MINUTE_MS;
