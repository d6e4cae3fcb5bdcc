import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "~/components/ui/icon";

type Props = { href: string; icon: LucideIcon; title: string; main?: boolean; children: ReactNode };

/** One thing that can be done, with a fact of now below its name. */
export function Tile({ href, icon, title, main, children }: Props) {
  return (
    <a className={main ? "card tile main max-tablet:col-span-2" : "card tile"} href={href}>
      <span className="ic">
        <Icon of={icon} />
      </span>
      <b>{title}</b>
      <span className="num">{children}</span>
    </a>
  );
}
