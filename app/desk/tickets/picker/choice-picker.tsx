import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { PickerDialog, type PickerHandle } from "../../picker-dialog";

type Props<Choice extends { id: string }, Chosen> = {
  start: string;
  typed: boolean;
  onChoose: (chosen: Chosen) => void;
  onCancel: (query: string) => void;
  /** Where the choices for these words are had, as `{ q, choices }`. */
  url: (query: string) => string;
  /** What is taken of a choice by this key or click; null when it cannot be. */
  take: (choice: Choice, event: KeyboardEvent | MouseEvent) => Chosen | null;
  words: { label: string; search: string; list: string; none: string; empty: string; count: (count: number) => string };
  listId: string;
  line: (choice: Choice) => ReactNode;
  foot: ReactNode;
};

const REST_MS = 150;

/** One field that finds something to insert; arrows choose, Enter inserts, Escape gives the typed letters back. */
export function ChoicePicker<Choice extends { id: string }, Chosen>(props: Props<Choice, Chosen>) {
  const { start, typed, url, take, words, listId, line } = props;
  const [query, setQuery] = useState(start);
  const [chosen, setChosen] = useState(0);
  const found = useFetcher();
  const box = useRef<PickerHandle>(null);
  const taken = useRef<{ chosen: Chosen } | null>(null);
  const data = found.data as { q: string; choices: Choice[] } | undefined;
  const choices = data?.choices ?? [];
  const current = choices[Math.min(chosen, choices.length - 1)];
  const waiting = !data || found.state !== "idle" || data.q !== query.trim();
  const optionId = ({ id }: Choice) => `${listId}-${id}`;

  const { load } = found;
  const address = url(query.trim());
  useEffect(() => {
    const wait = setTimeout(() => void load(address), query === start ? 0 : REST_MS);
    return () => clearTimeout(wait);
  }, [load, address, query, start]);

  function choose(choice: Choice | undefined, event: KeyboardEvent | MouseEvent) {
    const what = choice ? take(choice, event) : null;
    if (what === null) return;
    taken.current = { chosen: what };
    box.current?.close();
  }
  function close() {
    if (taken.current) props.onChoose(taken.current.chosen);
    else props.onCancel(query);
  }
  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length) {
      event.preventDefault();
      setChosen((Math.min(chosen, choices.length - 1) + step + choices.length) % choices.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!waiting) choose(current, event);
    } else if (typed && event.key === "Backspace" && query === "") {
      event.preventDefault();
      box.current?.close();
    }
  }
  function write(value: string) {
    setChosen(0);
    setQuery(value);
    // A lone sign, or a word that nothing has: the agent is writing on.
    if (typed && /\s$/.test(value) && (value.trim() === "" || (!waiting && choices.length === 0)))
      requestAnimationFrame(() => box.current?.close());
  }

  const nothing = query.trim() ? words.none : words.empty;
  return (
    <PickerDialog
      handle={box}
      label={words.label}
      field={{ label: words.search, placeholder: words.search }}
      list={{ id: listId, label: words.list }}
      query={query}
      onQuery={write}
      onKey={onKey}
      onClose={close}
      chosen={current && optionId(current)}
      status={waiting ? "" : choices.length ? words.count(choices.length) : nothing}
      statusShown={!choices.length && !waiting}
      foot={props.foot}
    >
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          id={optionId(choice)}
          role="option"
          aria-selected={choice === current}
          tabIndex={-1}
          className="palette-line"
          onClick={(event) => choose(choice, event)}
        >
          {line(choice)}
        </button>
      ))}
    </PickerDialog>
  );
}
