import { useFetcher } from "@remix-run/react";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { Icon } from "~/components/ui/icon";
import { Kbd } from "~/components/ui/kbd";
import type { ReplyChoice } from "~/domain/tickets/saved-reply-views";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
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
  const list = useRef<HTMLDivElement>(null);
  const taken = useRef<ReplyChoice | null>(null);
  const choices = found.data?.choices ?? [];
  const current = choices[Math.min(chosen, choices.length - 1)];
  const waiting = !found.data || found.state !== "idle" || found.data.q !== query.trim();

  useEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  }, []);
  const { load } = found;
  useEffect(() => {
    const url = paths.desk.ticketPart(number, "saved-replies", { q: query.trim(), kind });
    const wait = setTimeout(() => load(url), query === start ? 0 : REST_MS);
    return () => clearTimeout(wait);
  }, [load, number, kind, query, start]);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen, query]);

  function choose(choice: ReplyChoice | undefined) {
    if (!choice) return;
    taken.current = choice;
    box.current?.close();
  }
  // Closing gives the focus back to the composer, where either goes on.
  function close() {
    if (taken.current) onChoose(taken.current);
    else onCancel(query);
  }
  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
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
  const outside = (event: SyntheticEvent) => event.target === event.currentTarget && box.current?.close();

  return (
    <dialog
      ref={box}
      className="dialog palette"
      aria-label={t("replies:insert")}
      onClose={close}
      onPointerDown={outside}
      // Typing here is not typing in the composer around it.
      onChange={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="palette-box">
        <div className="palette-field">
          <Icon of={Search} size={17} />
          <input
            type="text"
            role="combobox"
            aria-label={t("replies:search")}
            aria-expanded={choices.length > 0}
            aria-controls="replies"
            aria-autocomplete="list"
            aria-activedescendant={current ? optionId(current) : undefined}
            placeholder={t("replies:search")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            autoFocus
            value={query}
            onKeyDown={onKey}
            onChange={(event) => {
              const value = event.target.value;
              setChosen(0);
              setQuery(value);
              // A lone slash, or a word that no reply has: the agent is writing on.
              if (typed && /\s$/.test(value) && (value.trim() === "" || (!waiting && choices.length === 0)))
                requestAnimationFrame(() => box.current?.close());
            }}
          />
          <button
            type="button"
            className="btn ghost icon sm"
            aria-label={t("common:close")}
            onClick={() => box.current?.close()}
          >
            <Icon of={X} size={17} />
          </button>
        </div>
        <div ref={list} id="replies" role="listbox" aria-label={t("replies:title")} className="palette-list">
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
        </div>
        <p className={choices.length || waiting ? "sr" : "palette-none"} role="status">
          {waiting
            ? ""
            : choices.length
              ? t("replies:choose.count", { count: choices.length })
              : t(query.trim() ? "replies:notFound" : "replies:empty")}
        </p>
        <div className="palette-foot">
          <span aria-hidden="true">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("desk:commands.choose")}
          </span>
          <span aria-hidden="true">
            <Kbd>↵</Kbd> {t("replies:choose.insert")}
          </span>
          <a className="ml-auto" href={paths.desk.savedReplies()}>
            {t("replies:manage")}
          </a>
        </div>
      </div>
    </dialog>
  );
}
