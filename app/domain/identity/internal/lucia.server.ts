import { Lucia, TimeSpan } from "lucia";
import { config } from "~/platform/config.server";
import type { SessionPerson } from "../session-person";
import { SessionAdapter } from "./session-adapter.server";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<{ ip: string; userAgent: string }, SessionPerson>;
    DatabaseUserAttributes: SessionPerson;
    DatabaseSessionAttributes: { ip: string; userAgent: string };
  }
}

let instance: Lucia<{ ip: string; userAgent: string }, SessionPerson> | undefined;

/** Sessions live 30 days and are renewed in their second half; the cookie is `__Host-` and Secure under https. */
export function lucia() {
  const secure = config().baseUrl.startsWith("https:");
  return (instance ??= new Lucia(new SessionAdapter(), {
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name: secure ? "__Host-sid" : "sid", attributes: { secure, sameSite: "lax", path: "/" } },
    getSessionAttributes: ({ ip, userAgent }) => ({ ip, userAgent }),
    getUserAttributes: (person) => person,
  }));
}
