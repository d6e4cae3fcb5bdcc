import { useFetcher, useNavigate, useSubmit } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Kbd } from "~/components/ui/kbd";
import type { DeskCounts } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import { PickerDialog, type PickerHandle } from "../picker-dialog";
import { pressKeyed } from "../use-shortcuts";
import type { Command } from "./command";
import { groupName, isOnlySearch, listCommands } from "./list-commands";
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
  const box = useRef<PickerHandle>(null);

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

  const { load } = tickets;
  useEffect(() => {
    const wait = setTimeout(() => load(paths.desk.commandTickets(number)), number === null ? 0 : 120);
    return () => clearTimeout(wait);
  }, [load, number]);

  function run(command: Command | undefined) {
    if (!command) return;
    // Closing gives the focus back to where it was, before the command takes it on.
    box.current?.close();
    if (command.post) submit(command.post.fields, { method: "post", action: command.post.action });
    else if (!command.press || !pressKeyed(command.press)) navigate(command.href);
  }

  function onKey(event: KeyboardEvent) {
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

  return (
    <PickerDialog
      handle={box}
      label={t("desk:commands.title")}
      field={{ label: t("desk:commands.title"), placeholder: t("desk:commands.placeholder") }}
      list={{ id: "commands", label: t("desk:commands.title") }}
      query={query}
      onQuery={(value) => {
        setQuery(value);
        setChosen(0);
      }}
      onKey={onKey}
      onClose={onClose}
      chosen={current && optionId(current)}
      status={
        !isOnlySearch(groups)
          ? t("desk:commands.count", { count: commands.length })
          : number === null
            ? t("desk:commands.none", { query: query.trim() })
            : t("desk:commands.noTicket", { number })
      }
      statusShown={isOnlySearch(groups)}
      foot={
        <>
          <span aria-hidden="true">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("desk:commands.choose")}
          </span>
          <span aria-hidden="true">
            <Kbd>↵</Kbd> {t("desk:commands.do")}
          </span>
          <span aria-hidden="true">
            <Kbd>Esc</Kbd> {t("common:close")}
          </span>
        </>
      }
    >
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
    </PickerDialog>
  );
}
