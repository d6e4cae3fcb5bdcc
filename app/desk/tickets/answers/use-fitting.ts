import { useEffect, useState } from "react";
import { paths } from "~/http/paths";
import type { AnswerChoice } from "./list-choices.server";

/**
 * The answers that fit a ticket, asked for once and again when `asked`, its customer's newest words, are others. What was
 * found stays until others are. Asked outside of the router: that takes a reload of the page's data, while it still learns
 * the address, for one of an unknown page and puts nothing in the answer's place.
 */
export function useFitting(number: number, asked: string) {
  const [choices, setChoices] = useState<AnswerChoice[]>();
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState("");
  const attempt = `${asked} ${tries}`;

  useEffect(() => {
    const left = new AbortController();
    fetchChoices(number, left.signal).then(
      (found) => left.signal.aborted || setChoices(found),
      () => left.signal.aborted || setFailed(attempt),
    );
    return () => left.abort();
  }, [number, attempt]);

  return { choices, failed: failed === attempt, again: () => setTries(tries + 1) };
}

async function fetchChoices(number: number, signal: AbortSignal): Promise<AnswerChoice[]> {
  const response = await fetch(paths.desk.ticketPart(number, "answers/fitting"), { signal, cache: "no-store" });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json() as Promise<AnswerChoice[]>;
}
