import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = { icon?: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode; level?: 1 | 2 | 3 };

/** Nothing here: says why, and what to do about it. */
export function EmptyState({ icon = Inbox, title, children, action, level = 2 }: Props) {
  const Heading = level === 1 ? "h1" : level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <span className="ic">
        <Icon of={icon} size={24} />
      </span>
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {action ? <div className="do">{action}</div> : null}
    </div>
  );
}
