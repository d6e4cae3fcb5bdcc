import { classNames } from "~/components/ui/class-names";
import type { AgentPresence } from "~/domain/routing/presence";
import { useT } from "~/i18n/use-t";

const DOT: Record<AgentPresence, string> = {
  available: "bg-ok",
  away: "border border-ink-3",
  off: "bg-ink-3",
};

/** Whether somebody takes tickets, with a dot that repeats the word. */
export function PresenceWord({ presence }: { presence: AgentPresence }) {
  const t = useT();
  return (
    <span className="small inline-flex flex-none items-center gap-1.5 whitespace-nowrap">
      <PresenceDot presence={presence} />
      {t(`agents:presence.${presence}`)}
    </span>
  );
}

export function PresenceDot({ presence }: { presence: AgentPresence }) {
  return (
    <span aria-hidden="true" className={classNames("inline-block size-2 flex-none rounded-full", DOT[presence])} />
  );
}
