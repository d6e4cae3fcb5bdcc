import { Search, X } from "lucide-react";
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
  useEffect,
  useImperativeHandle,
  useRef,
} from "react";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";
import { giveCaretBack } from "./give-caret-back";

export type PickerHandle = { close(): void };

export type PickerDialogProps = {
  /** Whoever has chosen closes it by this. */
  handle: Ref<PickerHandle>;
  /** Name of the dialog. */
  label: string;
  field: { label: string; placeholder: string };
  list: { id: string; label: string };
  query: string;
  onQuery: (value: string) => void;
  /** Keys in the field, composing ones left out. */
  onKey: (event: KeyboardEvent) => void;
  /** Id of the option that Enter takes; none when nothing was found. */
  chosen: string | undefined;
  /** What a screen reader hears of the list; everybody sees it when the list is empty. */
  status: string;
  statusShown: boolean;
  foot: ReactNode;
  /** The options, as `role="option"`. */
  children: ReactNode;
  /** Runs once it is closed and the caret is back where it was. */
  onClose: () => void;
};

/**
 * A modal field over a list, as a combobox of WAI-ARIA: open while it is on the page, closed by Escape, its button or a
 * press outside. What happens in it is not the page's around it.
 */
export function PickerDialog(props: PickerDialogProps) {
  const { handle, label, field, list, query, chosen, status, statusShown } = props;
  const t = useT();
  const box = useRef<HTMLDialogElement>(null);
  const over = useRef(false);
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  }, [box]);
  useEffect(() => {
    box.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [box, chosen, query]);

  // At once: the browser tells of a close only later, and the next keys may be typed by then.
  function close() {
    if (over.current) return;
    over.current = true;
    box.current?.close();
    giveCaretBack();
    props.onClose();
  }
  useImperativeHandle(handle, () => ({ close }));
  function escape(event: SyntheticEvent) {
    event.preventDefault();
    close();
  }
  function outside(event: PointerEvent) {
    if (event.target !== event.currentTarget) return;
    // What lies under the dialog was not pressed: no focus for it.
    event.preventDefault();
    close();
  }
  return (
    <dialog
      ref={box}
      className="dialog palette"
      aria-label={label}
      onCancel={escape}
      onClose={close}
      onPointerDown={outside}
      // Typing here is not typing in a form around it, whose handlers React would call too.
      onChange={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="palette-box">
        <div className="palette-field">
          <Icon of={Search} size={17} />
          <input
            type="text"
            role="combobox"
            aria-label={field.label}
            aria-expanded={chosen !== undefined}
            aria-controls={list.id}
            aria-autocomplete="list"
            aria-activedescendant={chosen}
            placeholder={field.placeholder}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            value={query}
            onKeyDown={(event) => event.nativeEvent.isComposing || props.onKey(event)}
            onChange={(event) => props.onQuery(event.target.value)}
          />
          <button type="button" className="btn ghost icon sm" aria-label={t("common:close")} onClick={close}>
            <Icon of={X} size={16} />
          </button>
        </div>
        <div id={list.id} role="listbox" aria-label={list.label} className="palette-list">
          {props.children}
        </div>
        <p className={statusShown ? "palette-none" : "sr"} role="status">
          {status}
        </p>
        <div className="palette-foot">{props.foot}</div>
      </div>
    </dialog>
  );
}
