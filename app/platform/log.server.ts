import pino from "pino";

/** Structured log on standard error. Secrets and bodies are never logged; the listed paths are a second fence. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
    base: undefined,
    redact: ["*.password", "*.token", "*.cookie", "*.authorization", "password", "token", "cookie", "authorization"],
  },
  pino.destination({ dest: 2, sync: false }),
);
