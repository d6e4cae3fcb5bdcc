import type { LucideIcon } from "lucide-react";

type Props = { of: LucideIcon; size?: number; className?: string };

/** A drawing that repeats what words beside it say; readers skip it. */
export function Icon({ of: Drawing, size = 18, className }: Props) {
  return <Drawing size={size} strokeWidth={1.75} className={className} aria-hidden="true" focusable="false" />;
}
