import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "~/i18n/use-t";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** names it for readers; must be unique on the page */
  id: string;
  /** where closing leads without JavaScript, when the dialog is a page of its own */
  closeHref?: string;
  wide?: boolean;
  footer?: ReactNode;
  children: ReactNode;
};

/** A native dialog: modal with JavaScript, part of the page without. Put a form round body and footer inside `children` if both belong to it. */
export function Dialog({ open, onClose, title, id, closeHref, wide, footer, children }: Props) {
  const t = useT();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open) {
      dialog.removeAttribute("open");
      dialog.showModal();
    } else if (dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      className={classNames("dialog", wide && "wide")}
      open={closeHref && open ? true : undefined}
      aria-labelledby={id}
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && outside(event) && event.currentTarget.close()}
    >
      <header>
        <h2 id={id}>{title}</h2>
        {closeHref ? (
          <a className="btn ghost icon sm" href={closeHref} aria-label={t("common:close")}>
            <Icon of={X} />
          </a>
        ) : (
          <button
            type="button"
            className="btn ghost icon sm"
            aria-label={t("common:close")}
            onClick={() => box.current?.close()}
          >
            <Icon of={X} />
          </button>
        )}
      </header>
      <div className="body">{children}</div>
      {footer ? <div className="dialog-foot">{footer}</div> : null}
    </dialog>
  );
}

function outside({ clientX, clientY, currentTarget }: React.PointerEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
