import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { postQuietly } from "./post-quietly";

const PAUSE_MS = 400;

/** The text as readers will see it, drawn by the server a moment after each change; null until something changed. */
export function useLivePreview(form: RefObject<HTMLFormElement>, action: string) {
  const [shown, setShown] = useState<{ title: string | null; html: string | null }>({ title: null, html: null });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const running = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    running.current?.abort();
  }, []);
  useEffect(() => stop, [stop]);

  const changed = useCallback(() => {
    stop();
    timer.current = setTimeout(async () => {
      if (!form.current) return;
      const data = new FormData(form.current);
      const body = new URLSearchParams({
        markdown: String(data.get("markdown") ?? ""),
        lang: String(data.get("lang") ?? ""),
      });
      const controller = new AbortController();
      running.current = controller;
      const answer = await postQuietly<{ html: string }>(action, body, { signal: controller.signal });
      if (answer.state === "ok" && !controller.signal.aborted)
        setShown({ title: String(data.get("title") ?? ""), html: answer.data.html });
    }, PAUSE_MS);
  }, [form, action, stop]);
  return { ...shown, changed };
}
