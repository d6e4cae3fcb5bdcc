import { createCookie } from "@remix-run/node";
import { createHmac } from "node:crypto";
import { config } from "~/platform/config.server";

/** A cookie of a Cookie header by name, decoded; null when absent or damaged. */
export function readCookie(header: string | null, name: string): string | null {
  const part = (header ?? "").split(/;\s*/).find((p) => p.startsWith(`${name}=`));
  if (!part) return null;
  try {
    return decodeURIComponent(part.slice(name.length + 1));
  } catch {
    return null;
  }
}

const secure = () => config().baseUrl.startsWith("https:");

/** A signed cookie of ours, `__Host-` and Secure under https. */
export const signedCookie = (name: string, maxAge: number) =>
  createCookie(secure() ? `__Host-${name}` : name, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    maxAge,
    secrets: [createHmac("sha256", config().secret).update(`cookie ${name}`).digest("base64url")],
  });

/** A choice that is no secret (language), remembered in this browser for a year. The Set-Cookie value. */
export const plainCookie = (name: string, value: string): string =>
  `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax${secure() ? "; Secure" : ""}`;
