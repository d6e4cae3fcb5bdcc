import { OPERATORS } from "~/domain/search/operators";
import { useT } from "~/i18n/use-t";

const EXAMPLES: Record<(typeof OPERATORS)[number], string> = {
  from: "from:giulia@marchetti.example",
  to: "to:me",
  queue: 'queue:"Spare parts"',
  tag: "-tag:warranty",
  org: "org:Marchetti",
  type: "type:invoice",
  priority: "priority:urgent",
  before: "before:2026-11-01",
  after: "after:7d",
  is: "is:open",
  in: "in:articles",
};

/** What the field understands besides words. */
export function OperatorHelp() {
  const t = useT();
  return (
    <details className="small">
      <summary className="muted">{t("search:help.title")}</summary>
      <dl className="kv wide mt-2">
        {OPERATORS.map((name) => (
          <div key={name} className="contents">
            <dt>
              <code>{EXAMPLES[name]}</code>
            </dt>
            <dd>{t(`search:operator.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted mt-2">{t("search:help.text")}</p>
    </details>
  );
}
