import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Kbd } from "~/components/ui/kbd";
import type { ReplyChoice } from "~/domain/tickets/saved-reply-views";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { PickerDialog } from "../../picker-dialog";
import type { loader } from "./choose";

export type ReplyPickerProps = {
  number: number;
  kind: "public" | "note";
  /** what is looked for at first */
  start: string;
  /** it was opened by a slash: what is typed here belongs to the text unless a reply is chosen */
  typed: boolean;
  onChoose: (choice: ReplyChoice) => void;
  onCancel: (query: string) => void;
};

const REST_MS = 150;
const optionId = ({ id }: ReplyChoice) => `reply-${id}`;

/** One field that finds a saved reply; arrows choose, Enter inserts, Escape gives the typed letters back. */
export function ReplyPicker({ number, kind, start, typed, onChoose, onCancel }: ReplyPickerProps) {
  const t = useT();
  const [query, setQuery] = useState(start);
  const [chosen, setChosen] = useState(0);
  const found = useFetcher<typeof loader>();
  const box = useRef<HTMLDialogElement>(null);
  const taken = useRef<ReplyChoice | null>(null);
  const choices = found.data?.choices ?? [];
  const current = choices[Math.min(chosen, choices.length - 1)];
  const waiting = !found.data || found.state !== "idle" || found.data.q !== query.trim();

  const { load } = found;
  useEffect(() => {
    const url = paths.desk.ticketPart(number, "saved-replies", { q: query.trim(), kind });
    const wait = setTimeout(() => load(url), query === start ? 0 : REST_MS);
    return () => clearTimeout(wait);
  }, [load, number, kind, query, start]);

  function choose(choice: ReplyChoice | undefined) {
    if (!choice) return;
    taken.current = choice;
    box.current?.close();
  }
  function close() {
    if (taken.current) onChoose(taken.current);
    else onCancel(query);
  }
  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length) {
      event.preventDefault();
      setChosen((Math.min(chosen, choices.length - 1) + step + choices.length) % choices.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!waiting) choose(current);
    } else if (typed && event.key === "Backspace" && query === "") {
      event.preventDefault();
      box.current?.close();
    }
  }
  function write(value: string) {
    setChosen(0);
    setQuery(value);
    // A lone slash, or a word that no reply has: the agent is writing on.
    if (typed && /\s$/.test(value) && (value.trim() === "" || (!waiting && choices.length === 0)))
      requestAnimationFrame(() => box.current?.close());
  }

  return (
    <PickerDialog
      box={box}
      label={t("replies:insert")}
      field={{ label: t("replies:search"), placeholder: t("replies:search") }}
      list={{ id: "replies", label: t("replies:title") }}
      query={query}
      onQuery={write}
      onKey={onKey}
      onClose={close}
      chosen={current && optionId(current)}
      status={
        waiting
          ? ""
          : choices.length
            ? t("replies:choose.count", { count: choices.length })
            : t(query.trim() ? "replies:notFound" : "replies:empty")
      }
      statusShown={!choices.length && !waiting}
      foot={
        <>
          <span aria-hidden="true">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("desk:commands.choose")}
          </span>
          <span aria-hidden="true">
            <Kbd>↵</Kbd> {t("replies:choose.insert")}
          </span>
          <a className="ml-auto" href={paths.desk.savedReplies()}>
            {t("replies:manage")}
          </a>
        </>
      }
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
          onClick={() => choose(choice)}
        >
          <bdi className="clip max-w-3/5 flex-none">{choice.name}</bdi>
          <span lang={choice.locale} className="muted small clip min-w-0 flex-1">
            {choice.text.slice(0, 160)}
          </span>
          {choice.files ? (
            <span className="faint small flex-none">{t("replies:choose.files", { count: choice.files })}</span>
          ) : null}
        </button>
      ))}
    </PickerDialog>
  );
}
