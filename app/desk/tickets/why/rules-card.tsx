import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import type { AnsweredCondition, RuleStep } from "~/domain/routing/explain-rules";
import type { AppliedRule } from "~/domain/routing/trace";
import type { RulesView } from "~/domain/tickets/routing-views";
import { TimeText } from "~/i18n/time-text";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import type { ConditionChoices } from "../../admin/conditions/choices";
import { ConditionWords } from "../../admin/conditions/condition-words";

type Props = { decision: RulesView; names: Record<string, string>; choices: ConditionChoices };
const BLOCKS = ["all", "any", "none"] as const;

/** What a version of the rules made of the ticket: each rule in order, what it asked, and what it did. */
export function RulesCard({ decision, names, choices }: Props) {
  const t = useT();
  return (
    <Card
      id={`d-${decision.id}`}
      title={t("routing:why.rules", { version: decision.version })}
      actions={
        <span className="faint xs num">
          <TimeText at={decision.at} style="dateTime" />
        </span>
      }
    >
      <div className="grid gap-3 p-(--pad)">
        <p>
          {decision.queue ? t("routing:why.rulesLead", { queue: decision.queue }) : null}
          {decision.kept.map((what) => ` ${t(`routing:why.kept.${what}`)}`)}
          {decision.keptByMail.map((what) => ` ${t(`routing:why.keptByMail.${what}`)}`)}
        </p>
        <ol className="steps">
          {decision.steps.map((step) => (
            <li key={step.rule.id} className={step.outcome === "applied" ? "st" : "st no"}>
              <i aria-hidden="true">{step.outcome === "applied" ? "✓" : "–"}</i>
              <div>
                <b className="wrap-anywhere">{step.rule.name}</b>{" "}
                <Chip tone={step.outcome === "applied" ? "ok" : "neutral"} plain={step.outcome !== "applied"}>
                  {t(`routing:why.rule.${step.outcome}`)}
                </Chip>
                {step.applied ? <p className="small">{did(step.applied, names, t)}</p> : null}
                <Answers step={step} choices={choices} />
              </div>
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}

/** The conditions that were asked, each with its answer in words. */
function Answers({ step, choices }: { step: RuleStep; choices: ConditionChoices }) {
  const t = useT();
  const asked = BLOCKS.flatMap((block) => step.answers[block].map((answer) => ({ block, ...answer })));
  if (!asked.length) return null;
  return (
    <ul className="grid gap-1">
      {asked.map((answer, i) => (
        <li key={i} className="small muted">
          <b>{t(answer.holds !== (answer.block === "none") ? "routing:why.holds" : "routing:why.holdsNot")}</b>:{" "}
          <ConditionWords conditions={alone(answer)} choices={choices} />
        </li>
      ))}
    </ul>
  );
}

/** One condition in the words of its block: what must not be reads "but not", and holds when it was not. */
const alone = ({ block, condition }: AnsweredCondition & { block: (typeof BLOCKS)[number] }) => ({
  all: block === "none" ? [] : [condition],
  any: [],
  none: block === "none" ? [condition] : [],
});

function did(applied: AppliedRule, names: Record<string, string>, t: Translate): string {
  const name = (id: string) => names[id] ?? t("routing:why.gone");
  const parts = [
    applied.queueId && t("routing:why.did.queue", { name: name(applied.queueId) }),
    applied.priority && t("routing:why.did.priority", { name: t(`tickets:priority.${applied.priority}`) }),
    applied.tags?.length && t("routing:why.did.tags", { names: applied.tags.join(", ") }),
    applied.followerIds?.length && t("routing:why.did.followers", { names: applied.followerIds.map(name).join(", ") }),
    applied.skills?.length &&
      t("routing:why.did.skills", {
        names: applied.skills.map(([id, level]) => t("routing:why.skill", { name: name(id), level })).join(", "),
      }),
    ...(applied.over ?? []).map((what) => t(`routing:why.did.over.${what}`)),
    applied.gone?.length && t("routing:why.did.gone"),
    applied.stop && t("routing:why.did.stop"),
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join("; ");
}
