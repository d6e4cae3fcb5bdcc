import { CircleAlert, CircleCheck, Info, StickyNote, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type Props = {
  tone?: "info" | "ok" | "warn" | "danger" | "note";
  title?: ReactNode;
  /** buttons or links at the end */
  action?: ReactNode;
  /** the whole width, without a frame */
  bar?: boolean;
  /** "alert" interrupts a reader; leave it out for what was there when the page came */
  role?: "alert" | "status" | "note";
  children?: ReactNode;
};

const DRAWINGS = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert, note: StickyNote };

/** Something to know about the whole page or section. */
export function Banner({ tone = "info", title, action, bar, role, children }: Props) {
  return (
    <div className={classNames("banner", tone, bar && "bar")} role={role}>
      <Icon of={DRAWINGS[tone]} />
      <div className="say">
        {title ? <b>{title}</b> : null}
        {children}
      </div>
      {action ? <div className="do">{action}</div> : null}
    </div>
  );
}
