import { CircleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = {
  icon?: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** what support needs to find it again, for instance the request's id */
  reference?: string;
  level?: 1 | 2 | 3;
};

/** Something failed: what, what it means, what to do now. */
export function ErrorState({ icon = CircleAlert, title, children, action, reference, level = 2 }: Props) {
  const Heading = level === 1 ? "h1" : level === 2 ? "h2" : "h3";
  return (
    <div className="empty danger">
      <span className="ic">
        <Icon of={icon} size={24} />
      </span>
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {reference ? (
        <p className="xs">
          <code>{reference}</code>
        </p>
      ) : null}
      {action ? <div className="do">{action}</div> : null}
    </div>
  );
}
