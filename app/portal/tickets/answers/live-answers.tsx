import { type RefObject, useId } from "react";
import { useI18n } from "~/i18n/use-t";
import { AnswerList } from "./answer-list";
import { useFoundAnswers } from "./use-found-answers";

/** Under the words that are being typed: what may answer them already. Nothing of it is there before something fits. */
export function LiveAnswers({ form }: { form: RefObject<HTMLFormElement> }) {
  const { t } = useI18n();
  const { answers, query } = useFoundAnswers(form);
  const heading = useId();
  return (
    <>
      <p className="sr" role="status">
        {answers.length > 0 ? t("portal:answers.count", { count: answers.length }) : ""}
      </p>
      {answers.length > 0 ? (
        <section className="rounded-m border bg-surface-2 p-4 grid gap-3" aria-labelledby={heading}>
          <h2 id={heading} className="text-base font-semibold">
            {t("portal:answers.title")}
          </h2>
          <AnswerList answers={answers} query={query} />
        </section>
      ) : null}
    </>
  );
}
