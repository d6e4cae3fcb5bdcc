import type { ReadSession } from "~/domain/identity/read-session.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    requestId: string;
    ip: string;
    nonce: string;
    /** Adds a Set-Cookie to the answer, whatever the route returns. */
    setCookie(cookie: string): void;
    /** Filled by the first reader, so that a page with several loaders asks the database once. */
    session?: Promise<ReadSession | null>;
  }
}
