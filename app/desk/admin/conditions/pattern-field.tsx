import { useFetcher } from "@remix-run/react";
import { useRef } from "react";
import { fieldId } from "~/components/ui/field";
import { useT } from "~/i18n/use-t";

/** What a pattern found in a sample text, or why it cannot be used (`patternLookaround` …). */
export type PatternFinding = {
  problem: string | null;
  found: string | null;
  captures: { name: string; value: string }[];
};

/** Where to ask, and what an answer without JavaScript said of which row. */
export type PatternTrial = { action: string; answer: ({ row: string; sample: string } & PatternFinding) | null };

type Props = {
  name: string;
  editName: string;
  value: string;
  trial: PatternTrial | undefined;
  invalid: boolean;
  describedBy: string;
};

/** A pattern, and a place to try it against a text: what it finds and what its named parts hold. */
export function PatternField({ name, editName, value, trial, invalid, describedBy }: Props) {
  const t = useT();
  const pattern = useRef<HTMLInputElement>(null);
  const sample = useRef<HTMLTextAreaElement>(null);
  const asked = useFetcher<PatternFinding>({ key: `try ${name}` });
  const posted = trial?.answer?.row === name ? trial.answer : null;
  const finding = asked.data ?? posted;
  return (
    <div className="grid gap-1">
      <input
        ref={pattern}
        className="field font-mono"
        id={fieldId(`${name}.values`)}
        name={`${name}.pattern`}
        aria-label={t("routing:conditions.pattern")}
        aria-invalid={invalid ? true : undefined}
        aria-describedby={invalid ? describedBy : undefined}
        placeholder={t("routing:conditions.placeholder.pattern")}
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
      />
      {trial ? (
        <details open={posted ? true : undefined}>
          <summary className="lk xs w-fit cursor-pointer">{t("routing:conditions.try")}</summary>
          <div className="mt-1 grid gap-2">
            <p className="muted xs">{t("routing:conditions.tryHint")}</p>
            <textarea
              ref={sample}
              className="field"
              name={`${name}.sample`}
              rows={3}
              maxLength={5_000}
              aria-label={t("routing:conditions.sample")}
              placeholder={t("routing:conditions.sample")}
              defaultValue={posted?.sample ?? ""}
            />
            <button
              className="btn sm w-fit"
              name={editName}
              value={`try.${name.split(".").slice(-2).join(".")}`}
              formNoValidate
              onClick={(event) => {
                event.preventDefault();
                const body = { pattern: pattern.current?.value ?? "", sample: sample.current?.value ?? "" };
                asked.submit(body, { method: "post", action: trial.action });
              }}
            >
              {t("routing:conditions.tryNow")}
            </button>
            <div role="status" className="small">
              {finding ? <Finding {...finding} /> : null}
            </div>
          </div>
        </details>
      ) : null}
    </div>
  );
}

function Finding({ problem, found, captures }: PatternFinding) {
  const t = useT();
  if (problem) return <p className="font-medium text-danger">{t(`routing:conditions.problem.${problem}`)}</p>;
  if (found === null) return <p>{t("routing:conditions.foundNothing")}</p>;
  return (
    <>
      <p className="wrap-anywhere">
        {t("routing:conditions.found")} <mark className="font-mono">{found}</mark>
      </p>
      {captures.length > 0 ? (
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
          {captures.map(({ name, value }) => (
            <div className="contents" key={name}>
              <dt className="font-mono">{`{{${name}}}`}</dt>
              <dd className="wrap-anywhere">{value || "—"}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}
