import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone = "neutral" | "ok" | "warn" | "danger" | "info" | "brand";

type Props = { tone?: Tone; /** without the dot */ plain?: boolean; children: ReactNode; className?: string };

/** A state in words; its colour only repeats them. */
export function Chip({ tone = "neutral", plain, children, className }: Props) {
  return (
    <span className={classNames("chip", tone !== "neutral" && tone, plain && "plain", className)}>
      <span>{children}</span>
    </span>
  );
}
