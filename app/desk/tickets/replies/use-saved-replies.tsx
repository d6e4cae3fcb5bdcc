import { useFetcher } from "@remix-run/react";
import { type ComponentType, type FormEvent, useState } from "react";
import { createPortal } from "react-dom";
import type { InsertedReply, ReplyChoice } from "~/domain/tickets/saved-reply-views";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { insertText, slashWord } from "./insert-text";
import type { ReplyPickerProps } from "./reply-picker";

type Upload = InsertedReply["uploads"][number];
type Opened = { from: number; to: number; query: string; typed: boolean };
type Answer = InsertedReply | Failure;

/**
 * Saved replies in the composer: opened by its button, or by a slash at the start of a word in the field. The picker's
 * script and the list come with the first use. `added` are the files that inserting brought.
 */
export function useSavedReplies(
  number: number,
  field: () => HTMLTextAreaElement | null,
  kind: () => "public" | "note",
) {
  const [Picker, setPicker] = useState<ComponentType<ReplyPickerProps> | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [added, setAdded] = useState<Upload[]>([]);
  const taker = useFetcher<Answer>();
  const answer = taker.data;
  const [counted, setCounted] = useState<Answer>();
  if (answer && answer !== counted) {
    setCounted(answer);
    if (!("failure" in answer)) setAdded((before) => [...before, ...answer.uploads]);
  }

  /** False when the picker's script cannot be had: then the button's own page does the same. */
  async function load(): Promise<boolean> {
    if (Picker) return true;
    try {
      const { ReplyPicker } = await import("./reply-picker");
      setPicker(() => ReplyPicker);
      return true;
    } catch {
      return false;
    }
  }

  async function open(): Promise<boolean> {
    const loaded = await load();
    const area = field();
    if (loaded && area) setOpened({ from: area.selectionStart, to: area.selectionEnd, query: "", typed: false });
    return loaded;
  }

  async function typedSlash(event: FormEvent<HTMLTextAreaElement>) {
    const area = event.currentTarget;
    const input = event.nativeEvent as InputEvent;
    if (input.data !== "/" || input.isComposing || !slashWord(area.value, area.selectionStart)) return;
    if (!(await load())) return;
    // What was typed while the script came belongs to the search.
    const word = slashWord(area.value, area.selectionStart);
    if (word && document.activeElement === area)
      setOpened({ from: word.from, to: area.selectionStart, query: word.query, typed: true });
  }

  function choose(choice: ReplyChoice) {
    const area = field();
    if (area && opened) insertText(area, choice.text, opened.from, opened.to);
    if (choice.files)
      taker.submit(
        { take: "true", kind: kind() },
        { method: "post", action: paths.desk.ticketPart(number, `saved-replies/${choice.id}`) },
      );
    setOpened(null);
  }

  function cancel(query: string) {
    const area = field();
    if (area && opened?.typed && query !== opened.query) insertText(area, query, opened.from + 1, opened.to);
    else area?.focus();
    setOpened(null);
  }

  const picker =
    opened && Picker
      ? createPortal(
          <Picker
            number={number}
            kind={kind()}
            start={opened.query}
            typed={opened.typed}
            onChoose={choose}
            onCancel={cancel}
          />,
          document.body,
        )
      : null;
  const failed = answer && "failure" in answer ? answer.failure.message : null;
  return { open, typedSlash, picker, added, failed };
}
