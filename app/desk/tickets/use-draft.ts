import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { paths } from "~/http/paths";

const PAUSE_MS = 900;

/** Saves what is typed as the agent's draft: after each pause, and at once when the composer goes with words unsaved. */
export function useDraft(number: number) {
  const saver = useFetcher<{ savedAt: string }>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const unsaved = useRef<URLSearchParams | null>(null);
  const action = paths.desk.ticketPart(number, "draft");

  useEffect(() => {
    const flush = () => {
      clearTimeout(timer.current);
      if (unsaved.current) navigator.sendBeacon(action, unsaved.current);
      unsaved.current = null;
    };
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [action]);

  const { submit } = saver;
  const changed = useCallback(
    (form: HTMLFormElement) => {
      unsaved.current = draftOf(form);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (unsaved.current) submit(unsaved.current, { method: "post", action });
        unsaved.current = null;
      }, PAUSE_MS);
    },
    [submit, action],
  );

  return {
    saving: saver.state !== "idle",
    savedAt: saver.data?.savedAt,
    changed,
    /** The words are on their way: no draft of them is left behind. */
    sent() {
      clearTimeout(timer.current);
      unsaved.current = null;
    },
  };
}

function draftOf(form: HTMLFormElement): URLSearchParams {
  const data = new FormData(form);
  const draft = new URLSearchParams();
  for (const name of ["formId", "kind", "text", "cc"]) draft.set(name, String(data.get(name) ?? ""));
  for (const id of data.getAll("files")) if (typeof id === "string") draft.append("files", id);
  return draft;
}
