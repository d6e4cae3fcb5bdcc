import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import type { AssignmentView } from "~/domain/tickets/routing-views";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { CandidateTable } from "./candidate-table";

/** One decision about the assignee: who won and why, or why nobody; what the ticket asked for; everybody considered. */
export function AssignmentCard({ decision }: { decision: AssignmentView }) {
  const t = useT();
  const { queue, assignee, by, waits, weight, skills, lastAgent, avoided } = decision;
  const language = isLocale(decision.language) ? LOCALE_NAMES[decision.language] : decision.language;
  const asks = [
    t("routing:why.weight", { count: weight }),
    ...skills.map(({ name, level }) => t("routing:why.skill", { name: name || t("routing:why.gone"), level })),
    ...(language && decision.languageFit !== "ignore"
      ? [t(`routing:why.language.${decision.languageFit}`, { language })]
      : []),
    ...(decision.region && decision.regionFit !== "ignore"
      ? [t(`routing:why.region.${decision.regionFit}`, { region: decision.region })]
      : []),
  ];
  const name = assignee ?? t("routing:why.gone");
  return (
    <Card
      id={`d-${decision.id}`}
      title={waits ? t("routing:why.waiting") : t("routing:why.assigned", { name })}
      actions={
        <span className="faint xs num">
          <TimeText at={decision.at} style="dateTime" />
        </span>
      }
    >
      <div className="grid gap-3 p-(--pad)">
        <p>
          {waits
            ? t(`routing:why.waits.${waits}`)
            : by
              ? t(`routing:why.by.${by}`, { name, queue: queue ?? "" })
              : null}
        </p>
        <KeyValue
          wide
          items={[
            { label: t("tickets:field.queue"), value: queue ?? t("routing:why.gone") },
            { label: t("routing:why.method"), value: t(`routing:why.method.${decision.method}`) },
            { label: t("routing:why.asks"), value: asks.join(", ") },
            lastAgent !== null && { label: t("routing:why.lastAgent"), value: lastAgent },
            avoided !== null && { label: t("routing:why.avoided"), value: avoided },
          ]}
        />
      </div>
      {decision.candidates.length ? <CandidateTable decision={decision} /> : null}
    </Card>
  );
}
