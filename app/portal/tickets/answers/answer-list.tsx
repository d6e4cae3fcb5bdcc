import { Button } from "~/components/ui/button";
import { Marked } from "~/components/ui/marked";
import type { FoundAnswer } from "~/domain/search/found-answer";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { answerValue } from "./chosen-answer";

const OPEN = "answer-open";
const SOLVED = "answer-solved";

type Props = { answers: readonly FoundAnswer[]; /** what had been typed */ query: string };

/**
 * Answers that may spare a ticket. Their buttons belong to `AnswerForms`, so that this may stand inside the ticket's own
 * form: opening one leaves that as it is.
 */
export function AnswerList({ answers, query }: Props) {
  const { t, locale } = useI18n();
  return (
    <>
      {[OPEN, SOLVED].map((form) => (
        <input key={form} type="hidden" form={form} name="query" value={query} />
      ))}
      <ul className="grid gap-4">
        {answers.map((answer) => {
          const lang = answer.locale === locale ? undefined : answer.locale;
          return (
            <li key={answer.articleId} className="grid gap-1.5 border-t pt-4 first:border-t-0 first:pt-0">
              <button
                form={OPEN}
                name="answer"
                value={answerValue(answer)}
                className="lk text-left font-medium wrap-anywhere justify-self-start"
              >
                <span>
                  <bdi lang={lang}>
                    <Marked text={answer.title} />
                  </bdi>{" "}
                  <span aria-hidden="true">↗</span>
                  <span className="sr"> {t("portal:answers.newTab")}</span>
                </span>
              </button>
              <p className="muted small wrap-anywhere" lang={lang}>
                <bdi>
                  <Marked text={answer.snippet} />
                </bdi>
              </p>
              <Button form={SOLVED} name="answer" value={answerValue(answer)} size="sm" className="justify-self-start">
                {t("portal:answers.solved")}
                <span className="sr">: {answer.title.map(({ text }) => text).join("")}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the list's buttons send: an answer opens beside the form, "This solved it" leaves it. */
export function AnswerForms() {
  return (
    <>
      <form id={OPEN} method="post" action={paths.answerOpened()} target="_blank" rel="noopener" />
      <form id={SOLVED} method="post" action={paths.answerSolved()} />
    </>
  );
}
