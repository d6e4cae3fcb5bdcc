import {
  Bold,
  Heading,
  Info,
  Image as ImageIcon,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  SquareCode,
  Table2,
} from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";
import { EDIT_NAMES, type EditName } from "./markdown-edits";

const DRAWINGS: Record<EditName, LucideIcon> = {
  bold: Bold,
  italic: Italic,
  heading: Heading,
  link: Link,
  list: List,
  steps: ListOrdered,
  table: Table2,
  callout: Info,
  code: SquareCode,
};

/** What the text itself answers to; the field carries it out. */
const KEYS: Partial<Record<EditName, string>> = { bold: "B", italic: "I" };

type Props = { onPress: (name: EditName) => void; onPictures: (files: File[]) => void };

/** Buttons that write Markdown where the caret is. One stop of Tab; arrows, Home and End walk along it. */
export function ToolBar({ onPress, onPictures }: Props) {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={bar}
      className="kb-tools js-only"
      role="toolbar"
      tabIndex={-1}
      aria-label={t("knowledge:tool.label")}
      aria-controls="f-markdown"
      onKeyDown={(event) => walk(event, bar.current)}
    >
      {EDIT_NAMES.map((name, index) => (
        <button
          key={name}
          type="button"
          className="btn ghost icon sm"
          tabIndex={index === 0 ? 0 : -1}
          title={`${t(`knowledge:tool.${name}`)}${KEYS[name] ? ` (Ctrl+${KEYS[name]})` : ""}`}
          aria-label={t(`knowledge:tool.${name}`)}
          aria-keyshortcuts={KEYS[name] && `Control+${KEYS[name]}`}
          onClick={() => onPress(name)}
        >
          <Icon of={DRAWINGS[name]} size={16} />
        </button>
      ))}
      <label className="btn ghost sm">
        <Icon of={ImageIcon} size={16} />
        <span>{t("knowledge:tool.image")}</span>
        <input
          type="file"
          className="sr"
          multiple
          accept="image/png,image/jpeg,image/gif,image/webp,image/avif,application/pdf"
          tabIndex={-1}
          onChange={(event) => {
            onPictures([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </label>
    </div>
  );
}

/** Moves the focus, and with it the bar's one stop of Tab. */
function walk(event: KeyboardEvent, bar: HTMLElement | null): void {
  const stops = [...(bar?.querySelectorAll<HTMLElement>("button, input") ?? [])];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined || here < 0) return;
  event.preventDefault();
  const next = stops.at(to % stops.length);
  for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
  next?.focus();
}
