import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type Props = {
  /** what the button shows */
  label: ReactNode;
  /** what readers hear, when the button shows less */
  name?: string;
  look?: "default" | "ghost" | "bare";
  size?: "sm" | "md";
  /** which edge of the button the list hangs from, and whether it opens upwards */
  align?: "end" | "start";
  up?: boolean;
  /** without the arrow */
  plain?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A button with a list of links, buttons, `<hr/>` and `<h3>`. A disclosure, so that it opens without JavaScript;
 * MenuBehaviour adds closing by Escape and by a click elsewhere, and the arrow keys.
 */
export function Menu(props: Props) {
  const { label, name, look = "default", size = "md", align = "end", up, plain, className, children } = props;
  return (
    <details className={classNames("menu", align === "start" && "start", up && "above", className)}>
      <summary
        aria-label={name}
        className={look === "bare" ? undefined : classNames("btn", look === "ghost" && "ghost", size === "sm" && "sm")}
      >
        {look === "bare" ? label : <span>{label}</span>}
        {plain || look === "bare" ? null : <Icon of={ChevronDown} size={15} />}
      </summary>
      <div className="menu-items">{children}</div>
    </details>
  );
}
