import { useFetcher, useNavigate, useSubmit } from "@remix-run/react";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { Icon } from "~/components/ui/icon";
import { Kbd } from "~/components/ui/kbd";
import type { DeskCounts } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import { pressKeyed } from "../use-shortcuts";
import type { Command } from "./command";
import { giveCaretBack } from "./give-caret-back";
import { groupName, listCommands } from "./list-commands";
import { numberIn } from "./match-commands";
import type { OpenTicket } from "./ticket-commands";
import type { loader } from "./tickets";

export type PaletteProps = {
  queues: DeskCounts["queues"];
  ticket: OpenTicket | null;
  onClose: () => void;
};

const optionId = ({ id }: Command) => `command-${id}`;
const PAGE = 8;

/** One field that finds every place of the desk and every act on the open ticket; arrows choose, Enter does. */
export function Palette({ queues, ticket, onClose }: PaletteProps) {
  const { person } = usePageFacts();
  const t = useT();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const tickets = useFetcher<typeof loader>();
  const navigate = useNavigate();
  const submit = useSubmit();
  const box = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const number = numberIn(query);
  const answer = tickets.data;
  const groups = listCommands(t, query, {
    me: person?.id ?? "",
    administrator: person?.role === "administrator",
    queues,
    ticket,
    recent: answer?.recent ?? [],
    found: number !== null && answer?.number === number ? answer.found : undefined,
  });
  const commands = groups.flatMap((group) => group.commands);
  const current = commands[Math.min(chosen, commands.length - 1)];

  useEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  }, []);
  const { load } = tickets;
  useEffect(() => {
    const wait = setTimeout(() => load(paths.desk.commandTickets(number)), number === null ? 0 : 120);
    return () => clearTimeout(wait);
  }, [load, number]);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen, query]);

  function run(command: Command | undefined) {
    if (!command) return;
    // Closing gives the focus back to where it was, before the command takes it on.
    box.current?.close();
    if (command.post) submit(command.post.fields, { method: "post", action: command.post.action });
    else if (!command.press || !pressKeyed(command.press)) navigate(command.href);
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    if (step && commands.length) {
      event.preventDefault();
      const at = Math.min(chosen, commands.length - 1);
      const turn = (at + step + commands.length) % commands.length;
      setChosen(Math.abs(step) === 1 ? turn : Math.max(0, Math.min(commands.length - 1, at + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(current);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      box.current?.close();
    }
  }

  const outside = (event: SyntheticEvent) => event.target === event.currentTarget && box.current?.close();
  return (
    <dialog
      ref={box}
      className="dialog palette"
      aria-label={t("desk:commands.title")}
      onClose={() => {
        giveCaretBack();
        onClose();
      }}
      onPointerDown={outside}
    >
      <div className="palette-box">
        <div className="palette-field">
          <Icon of={Search} size={17} />
          <input
            type="text"
            role="combobox"
            aria-label={t("desk:commands.title")}
            aria-expanded={commands.length > 0}
            aria-controls="commands"
            aria-autocomplete="list"
            aria-activedescendant={current ? optionId(current) : undefined}
            placeholder={t("desk:commands.placeholder")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            value={query}
            onKeyDown={onKey}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(0);
            }}
          />
          <button
            type="button"
            className="btn ghost icon sm"
            aria-label={t("common:close")}
            onClick={() => box.current?.close()}
          >
            <Icon of={X} size={16} />
          </button>
        </div>
        <div ref={list} id="commands" role="listbox" aria-label={t("desk:commands.title")} className="palette-list">
          {groups.map(({ group, commands: lines }) => (
            <div key={group} role="group" aria-labelledby={`commands-${group}`}>
              <div id={`commands-${group}`} className="palette-group" role="presentation">
                {groupName(t, group, ticket?.number)}
              </div>
              {lines.map((command) => (
                <button
                  key={command.id}
                  type="button"
                  id={optionId(command)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={command === current}
                  className="palette-line"
                  onPointerMove={() => setChosen(commands.indexOf(command))}
                  onClick={() => run(command)}
                >
                  <bdi className="clip">{command.label}</bdi>
                  {command.key && person?.shortcuts ? <Kbd>{command.key}</Kbd> : null}
                </button>
              ))}
            </div>
          ))}
        </div>
        <p className={commands.length ? "sr" : "palette-none"} role="status">
          {commands.length
            ? t("desk:commands.count", { count: commands.length })
            : number === null
              ? t("desk:commands.none", { query: query.trim() })
              : t("desk:commands.noTicket", { number })}
        </p>
        <div className="palette-foot" aria-hidden="true">
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("desk:commands.choose")}
          </span>
          <span>
            <Kbd>↵</Kbd> {t("desk:commands.do")}
          </span>
          <span>
            <Kbd>Esc</Kbd> {t("common:close")}
          </span>
        </div>
      </div>
    </dialog>
  );
}
