import { type PolicyRules, SLA_KINDS, SLA_PRIORITIES } from "~/domain/sla/schema";
import { priorityCode } from "~/domain/tickets/states";
import { useI18n } from "~/i18n/use-t";
import { formatDuration } from "~/lib/duration";

/** What a policy promises, a line for each kind of target. */
export function TargetsWords({ targets }: { targets: PolicyRules["targets"] }) {
  const { t, locale } = useI18n();
  return (
    <ul className="grid gap-1">
      {SLA_KINDS.flatMap((kind) => {
        const target = targets[kind];
        if (!target) return [];
        const given = SLA_PRIORITIES.flatMap((priority) => {
          const seconds = target.seconds[priority];
          if (seconds === undefined) return [];
          return [
            {
              code: priorityCode(priority),
              length: formatDuration(seconds, locale, { days: target.clock === "wall" }),
            },
          ];
        });
        const first = given[0];
        const same =
          first && given.length === SLA_PRIORITIES.length && given.every(({ length }) => length === first.length);
        const said = same ? [first.length] : given.map(({ code, length }) => `${code}\u00a0${length}`);
        return [
          <li key={kind}>
            {t(`sla:policy.kind.${kind}`)}: <span className="num">{said.join(" · ")}</span>{" "}
            <span className="muted">({t(`sla:policy.clockShort.${target.clock}`)})</span>
          </li>,
        ];
      })}
    </ul>
  );
}
