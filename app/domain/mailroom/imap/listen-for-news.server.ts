import type { ImapFlow } from "imapflow";
import type { ImapLimits } from "./imap-limits";
import { ImapFailure } from "./imap-problem";

/** A server that ends IDLE as soon as it began does not do it. */
const SOON_MS = 500;

export type NewsListener = {
  /** Ends when the folder has news, or may have; says "renew" when the connection is due for its renewal. */
  wait(signal: AbortSignal): Promise<"news" | "renew">;
};

/**
 * Hears of new messages: at once by IDLE (RFC 2177), else by asking now and then. What came while nobody waited is not
 * forgotten. `wait` rejects when the connection has ended.
 */
export function listenForNews(client: ImapFlow, limits: ImapLimits): NewsListener {
  let news = false;
  let idles = client.capabilities.has("IDLE");
  let wake: () => void = () => undefined;
  const heard = () => {
    news = true;
    wake();
  };
  client.on("exists", heard).on("close", () => wake());
  let renewAt = Date.now() + limits.renewMs;

  return {
    async wait(signal) {
      if (news) {
        news = false;
        return "news";
      }
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const stop = () => wake();
      signal.addEventListener("abort", stop, { once: true });
      if (signal.aborted || !client.usable) wake();
      const untilRenewal = Math.max(0, renewAt - Date.now());
      const timer = setTimeout(() => wake(), idles ? untilRenewal : Math.min(limits.pollMs, untilRenewal));
      const begun = Date.now();
      let over = false;
      if (idles && client.usable) {
        // It ends by our next command; before that only when the server ends it, or will not have it.
        void client.idle().then((answer) => {
          if (over) return;
          if (answer === false || Date.now() - begun < SOON_MS) idles = false;
          wake();
        }, stop);
      }
      await woken;
      over = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      if (!client.usable && !signal.aborted) throw new ImapFailure("closed", client.byeReason);
      // The count of messages moves on only in an answer.
      if (!idles && !signal.aborted) await client.noop();
      news = false;
      if (Date.now() < renewAt) return "news";
      renewAt = Date.now() + limits.renewMs;
      return "renew";
    },
  };
}
