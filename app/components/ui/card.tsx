import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { SectionHeading } from "./section-heading";

type Props = {
  title?: ReactNode;
  /** names the section for readers; derived headings carry this id */
  id?: string;
  /** links or buttons at the title's end */
  actions?: ReactNode;
  /** inner space; leave it out for rows that reach the edge */
  padded?: boolean;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** A surface with an optional title line. */
export function Card({ title, id, actions, padded, level, className, children }: Props) {
  const headed = title !== undefined;
  return (
    <section
      className={classNames("card", !headed && padded && "pad", className)}
      aria-labelledby={headed ? id : undefined}
    >
      {headed ? (
        <SectionHeading id={id} level={level} actions={actions}>
          {title}
        </SectionHeading>
      ) : null}
      {headed && padded ? <div className="px-(--pad) pb-(--pad)">{children}</div> : children}
    </section>
  );
}
