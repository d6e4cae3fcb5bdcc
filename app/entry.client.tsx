import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { keepEarlyInput } from "./http/keep-early-input";
import { fetchPatiently } from "./http/patient-fetch";
import { loadStrings } from "./i18n/browser-strings";

// Cookie for the server: times are shown in the reader's zone before an account says otherwise.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes("tz="))
  document.cookie = `tz=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;

// An act that overtakes a reload aborts the reading of its answer half-way; the router leaves that rejection to the window.
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && event.reason.name === "AbortError") event.preventDefault();
});

fetchPatiently();
await Promise.all([loadStrings(), decodeState()]);
const giveBack = keepEarlyInput();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Page />
    </StrictMode>,
  );
});

function Page() {
  useEffect(() => {
    giveBack();
    performance.mark("taken over");
  }, []);
  return <RemixBrowser />;
}

/**
 * RemixBrowser suspends until it has decoded the page's data. A key or click in that moment makes React hydrate at once,
 * which cannot suspend, and the page would stay dead (React error 345). Asked here, it throws what it waits for before
 * it calls any hook, and has the data when it is rendered.
 */
async function decodeState(): Promise<void> {
  const ask: () => unknown = () => RemixBrowser({});
  try {
    ask();
  } catch (waiting) {
    if (!(waiting instanceof Promise)) throw waiting;
    await waiting;
  }
}
