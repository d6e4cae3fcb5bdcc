import { config } from "~/platform/config.server";

const START = "file.";
const KEY = /^[a-z0-9]{8,64}@/i;
const LONGEST = 64 + 1;

/**
 * Crosses out, in place, the key of every private filing address (`file.<key>@` our domain) in a mail that is shown:
 * mail systems write it into Received and Delivered-To, and who reads it could file mail as its agent.
 */
export function hideFilingKeys(bytes: Buffer): Buffer {
  const domain = config().mail.domain.toLowerCase();
  for (const start of [START, START.toUpperCase()])
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + start.length)) {
      const from = at + start.length;
      const key = KEY.exec(bytes.toString("latin1", from, from + LONGEST))?.[0];
      if (!key) continue;
      const host = from + key.length;
      if (bytes.toString("latin1", host, host + domain.length).toLowerCase() !== domain) continue;
      bytes.fill("x", from, host - 1);
    }
  return bytes;
}
