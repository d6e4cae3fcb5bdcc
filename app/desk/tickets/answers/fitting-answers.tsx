import { Button } from "~/components/ui/button";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { insertText } from "../picker/insert-text";
import { AnswerLines } from "./answer-lines";
import type { AnswerChoice } from "./list-choices.server";
import { useFitting } from "./use-fitting";

/** Beside the ticket: what the help centre says to it. It comes after the page; without a script a link leads there. */
export function FittingAnswers({ number, asked }: { number: number; asked: string }) {
  const t = useT();
  const { choices, failed, again } = useFitting(number, asked);
  return (
    <section aria-busy={!choices && !failed}>
      <div className="hd">
        <h2>{t("answers:title")}</h2>
        <a href={paths.desk.ticketPart(number, "answers")} className="xs">
          {t("answers:more")}
        </a>
      </div>
      {failed ? (
        <p className="xs flex flex-wrap items-center gap-2 mb-2" role="status">
          {t("answers:failed")}
          <Button size="sm" onClick={again}>
            {t("desk:error.again")}
          </Button>
        </p>
      ) : null}
      {!choices ? (
        failed ? null : (
          <p className="muted xs js-only">{t("answers:searching")}</p>
        )
      ) : choices.length === 0 ? (
        <p className="muted xs">{t("answers:none")}</p>
      ) : (
        <ul className="grid gap-3">
          {choices.map((choice) => (
            <li key={choice.id} className="grid gap-1">
              <AnswerLines choice={choice} />
              <Inserts choice={choice} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A link that the customer could not open is offered for notes alone, by the search. */
function Inserts({ choice }: { choice: AnswerChoice }) {
  const t = useT();
  const name = <span className="sr">: {choice.title.map(({ text }) => text).join("")}</span>;
  return (
    <p className="flex flex-wrap gap-2 js-only">
      {choice.closed ? null : (
        <Button type="button" size="sm" onClick={() => put(choice.link)}>
          {t("answers:insertLink")}
          {name}
        </Button>
      )}
      <Button type="button" size="sm" onClick={() => put(choice.text)}>
        {t("answers:insertText")}
        {name}
      </Button>
    </p>
  );
}

/** At the composer's cursor; nothing where the ticket takes no reply. */
function put(text: string): void {
  const field = document.querySelector<HTMLTextAreaElement>("#reply");
  if (field) insertText(field, text, field.selectionStart, field.selectionEnd);
}
