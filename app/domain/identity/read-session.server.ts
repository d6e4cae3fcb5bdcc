import { lucia } from "./internal/lucia.server";
import type { SessionPerson } from "./session-person";

export type ReadSession = {
  person: SessionPerson;
  sessionId: string;
  /** Set when the cookie must be renewed. */ setCookie: string | null;
};

/** The session of a Cookie header, or null when there is none, it ended, or its person was deactivated. */
export async function readSession(cookieHeader: string | null): Promise<ReadSession | null> {
  const id = lucia().readSessionCookie(cookieHeader ?? "");
  if (!id) return null;
  const { session, user } = await lucia().validateSession(id);
  if (!session) return null;
  return { person: user, sessionId: id, setCookie: session.fresh ? lucia().createSessionCookie(id).serialize() : null };
}
