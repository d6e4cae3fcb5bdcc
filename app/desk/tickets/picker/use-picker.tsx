import { type ComponentType, type FormEvent, useState } from "react";
import { createPortal } from "react-dom";
import { insertText, type Sign, signWord } from "./insert-text";

export type PickerProps<Choice> = {
  number: number;
  kind: "public" | "note";
  /** what is looked for at first */
  start: string;
  /** it was opened by a sign: what is typed here belongs to the text unless something is chosen */
  typed: boolean;
  onChoose: (choice: Choice) => void;
  onCancel: (query: string) => void;
};

type Options<Choice> = {
  number: number;
  sign: Sign;
  field: () => HTMLTextAreaElement | null;
  kind: () => "public" | "note";
  /** The picker's script, which comes with the first use. */
  load: () => Promise<ComponentType<PickerProps<Choice>>>;
  /** What is put into the field for the choice. */
  textOf: (choice: Choice) => string;
};

type Opened = { from: number; to: number; query: string; typed: boolean };

/** A picker over the composer's field: opened by its button, or by a sign at the start of a word in the field. */
export function usePicker<Choice>({ number, sign, field, kind, load, textOf }: Options<Choice>) {
  const [Picker, setPicker] = useState<ComponentType<PickerProps<Choice>> | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);

  /** False when the picker's script cannot be had: then the button's own page does the same. */
  async function ready(): Promise<boolean> {
    if (Picker) return true;
    try {
      const loaded = await load();
      setPicker(() => loaded);
      return true;
    } catch {
      return false;
    }
  }

  async function open(): Promise<boolean> {
    const loaded = await ready();
    const area = field();
    if (loaded && area) setOpened({ from: area.selectionStart, to: area.selectionEnd, query: "", typed: false });
    return loaded;
  }

  async function typedSign(event: FormEvent<HTMLTextAreaElement>) {
    const area = event.currentTarget;
    const input = event.nativeEvent as InputEvent;
    if (input.data !== sign || input.isComposing || !signWord(sign, area.value, area.selectionStart)) return;
    if (!(await ready())) return;
    // What was typed while the script came belongs to the search.
    const word = signWord(sign, area.value, area.selectionStart);
    if (word && document.activeElement === area)
      setOpened({ from: word.from, to: area.selectionStart, query: word.query, typed: true });
  }

  function choose(choice: Choice) {
    const area = field();
    const text = textOf(choice);
    if (area && opened) insertText(area, text, opened.from, opened.to);
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
  return { open, typedSign, picker };
}
