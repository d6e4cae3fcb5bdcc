import type { ReactNode } from "react";
import { TwoTexts } from "./two-texts";

/** One field of a form, as somebody saved it meanwhile and as it was typed here. */
export type Part = { label: string; saved: string; typed: string };

/** The parts in which what stands there now differs from what was typed. */
export function Differences({ parts, children }: { parts: readonly Part[]; children: ReactNode }) {
  const different = parts.filter(({ saved, typed }) => saved !== typed);
  const written = (side: "saved" | "typed") =>
    different.map((part) => `${part.label}: ${part[side] || "—"}`).join("\n\n");
  return (
    <TwoTexts saved={written("saved")} typed={written("typed")}>
      {children}
    </TwoTexts>
  );
}
