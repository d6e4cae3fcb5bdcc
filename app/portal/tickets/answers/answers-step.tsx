import { useEffect, useRef } from "react";
import type { FoundAnswer } from "~/domain/search/found-answer";
import { useT } from "~/i18n/use-t";
import { AnswerList } from "./answer-list";

/** Above the form that came back: answers to look at, and the way on. */
export function AnswersStep({ answers, query }: { answers: readonly FoundAnswer[]; query: string }) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} tabIndex={-1} className="card pad mb-5 grid gap-4" aria-labelledby="answers-first">
      <div className="grid gap-1">
        <h2 id="answers-first" className="text-l font-semibold">
          {t("portal:answers.stepTitle")}
        </h2>
        <p className="muted">{t("portal:answers.stepText")}</p>
      </div>
      <AnswerList answers={answers} query={query} />
      <div className="form-actions">
        <button form="new-ticket" className="btn primary">
          {t("portal:answers.send")}
        </button>
      </div>
    </section>
  );
}
