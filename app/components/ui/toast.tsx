import { Check, CircleAlert, Info, X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useT } from "~/i18n/use-t";
import { classNames } from "./class-names";
import { CountdownRing } from "./countdown-ring";
import { Icon } from "./icon";

type Props = {
  children: ReactNode;
  tone?: "ok" | "info" | "warn" | "danger";
  /** a link or a form with a button, for instance "Undo" */
  action?: ReactNode;
  /** until when the action is possible (ISO instant); then the toast goes. Without it, it stays until dismissed. */
  until?: string;
  onDismiss?: () => void;
};

const DRAWINGS = { ok: Check, info: Info, warn: CircleAlert, danger: CircleAlert };

/** A line about what just happened, spoken politely. Render it inside `<Toasts>`. */
export function Toast({ children, tone = "ok", action, until, onDismiss }: Props) {
  const t = useT();
  const [gone, setGone] = useState(false);
  function dismiss() {
    setGone(true);
    onDismiss?.();
  }
  useEffect(() => {
    if (!until) return;
    const timer = setTimeout(() => setGone(true), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  if (gone) return null;
  return (
    <div className={classNames("toast", tone)}>
      <Icon of={DRAWINGS[tone]} />
      <p>{children}</p>
      {action}
      {until ? <CountdownRing key={until} until={until} /> : null}
      <button type="button" className="btn ghost icon sm js-only" aria-label={t("common:dismiss")} onClick={dismiss}>
        <Icon of={X} size={16} />
      </button>
    </div>
  );
}

/** The place toasts appear in; always on the page, so that readers notice a new one. */
export function Toasts({ children }: { children?: ReactNode }) {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {children}
    </div>
  );
}
