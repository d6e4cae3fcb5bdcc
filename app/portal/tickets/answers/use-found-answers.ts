import { type RefObject, startTransition, useEffect, useState } from "react";
import type { FoundAnswer } from "~/domain/search/found-answer";
import { paths } from "~/http/paths";

const REST_MS = 450;
/** As much of the text as is looked for. */
const MOST_LETTERS = 600;

type Found = { answers: readonly FoundAnswer[]; query: string };
const NOTHING: Found = { answers: [], query: "" };

/**
 * What fits the subject and text of a form, looked up when the typing rests. A newer question gives up the older one; an
 * answer that does not come leaves what is shown.
 */
export function useFoundAnswers(form: RefObject<HTMLFormElement>): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let asked = "";
    let running: AbortController | undefined;
    let wait: ReturnType<typeof setTimeout> | undefined;
    async function look(element: HTMLFormElement) {
      const typed = typedWords(element);
      const query = `${typed.subject} ${typed.text}`.trim();
      if (query === asked) return;
      asked = query;
      running?.abort();
      running = new AbortController();
      const answers = query ? await ask(typed, running.signal) : [];
      if (answers && asked === query) startTransition(() => setFound({ answers, query }));
    }
    const rest = () => {
      clearTimeout(wait);
      wait = setTimeout(() => void look(element), REST_MS);
    };
    element.addEventListener("input", rest);
    // What a link or this tab's memory filled in.
    rest();
    return () => {
      clearTimeout(wait);
      running?.abort();
      element.removeEventListener("input", rest);
    };
  }, [form]);
  return found;
}

function typedWords(form: HTMLFormElement): { subject: string; text: string } {
  const of = (name: string) => {
    const control = form.elements.namedItem(name);
    return control && "value" in control ? control.value.slice(0, MOST_LETTERS) : "";
  };
  return { subject: of("subject"), text: of("text") };
}

async function ask(typed: Record<string, string>, signal: AbortSignal): Promise<FoundAnswer[] | null> {
  try {
    const answer = await fetch(paths.newTicketAnswers(), { method: "POST", body: new URLSearchParams(typed), signal });
    return answer.ok ? ((await answer.json()) as FoundAnswer[]) : null;
  } catch {
    return null;
  }
}
