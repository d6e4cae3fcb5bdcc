import pino from "pino";

const SECRET = [
  "password",
  "pass",
  "secret",
  "clientSecret",
  "token",
  "accessToken",
  "refreshToken",
  "privateKey",
  "apiKey",
  "cookie",
  "authorization",
];

/** Structured log on standard error. Secrets and bodies are never logged; the listed paths are a second fence. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
    base: undefined,
    redact: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  },
  pino.destination({ dest: 2, sync: false }),
);
