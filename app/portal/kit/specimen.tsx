import type { ReactNode } from "react";

/** One line of the kit: what it is, and it. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-2 border-t p-(--pad) tablet:grid-cols-[160px_minmax(0,1fr)]">
      <p className="muted xs">{name}</p>
      <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>
    </div>
  );
}

export const LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Papadopoulos Maximiliana Theodora";
export const LONG_WORD = "Elektrizitätsversorgungsunternehmensverwaltungsgesellschaft";
