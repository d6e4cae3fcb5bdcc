import type { ImapFlow } from "imapflow";

/** A look after each time an answer may take: by the second the client has asked, by the third it is answered. */
const LOOKS = 3;

/**
 * Closes a connection that idles and on which the server has been silent for three times as long as an answer may take.
 * The client asks a quiet server by itself, but not where the line was lost between IDLE and the server's consent: for
 * that it waits for ever, and so does every later command. Returns how to end the watch.
 */
export function watchSilence(client: ImapFlow, answerMs: number): () => void {
  let heard = client.stats().received;
  let silent = 0;
  const timer = setInterval(() => {
    const { received } = client.stats();
    silent = client.idling && received === heard ? silent + 1 : 0;
    heard = received;
    if (silent >= LOOKS) client.close();
  }, answerMs);
  return () => clearInterval(timer);
}
