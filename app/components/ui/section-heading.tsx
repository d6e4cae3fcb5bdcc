import type { ReactNode } from "react";

type Props = { children: ReactNode; id?: string; level?: 2 | 3; actions?: ReactNode };

/** A title with what can be done at its end. */
export function SectionHeading({ children, id, level = 2, actions }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="head">
      <Heading id={id}>{children}</Heading>
      {actions}
    </div>
  );
}
