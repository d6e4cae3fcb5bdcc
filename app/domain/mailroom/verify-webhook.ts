import { createHmac, timingSafeEqual } from "node:crypto";

const TOLERANCE_SECONDS = 300;

export type WebhookHeaders = { id: string | null; timestamp: string | null; signature: string | null };

/**
 * Whether a webhook was signed with the secret (`whsec_` and base64) no more than five minutes from `now`: HMAC-SHA-256
 * over `id.timestamp.body`, any of the listed `v1,` signatures, as in the Standard Webhooks specification.
 */
export function verifyWebhook(secret: string, headers: WebhookHeaders, body: Buffer, now: Date): boolean {
  const { id, timestamp, signature } = headers;
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  return signature.split(" ").some((part) => {
    const [version, value = ""] = part.split(",");
    const given = Buffer.from(value, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
