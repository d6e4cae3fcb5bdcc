import type { KeyboardEvent, MouseEvent } from "react";
import { Kbd } from "~/components/ui/kbd";
import { Marked } from "~/components/ui/marked";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { ChoicePicker } from "../picker/choice-picker";
import type { PickerProps } from "../picker/use-picker";
import { AudienceChip } from "./answer-lines";
import type { AnswerChoice } from "./list-choices.server";

/** Finds an answer for the composer: Enter inserts title and address, with Shift its text. */
export function AnswerPicker({ number, kind, ...picker }: PickerProps<string>) {
  const t = useT();
  const closedTo = ({ closed }: AnswerChoice) => (kind === "public" ? closed : null);
  const take = (choice: AnswerChoice, event: KeyboardEvent | MouseEvent) => {
    if (event.shiftKey) return choice.text;
    return closedTo(choice) ? null : choice.link;
  };
  return (
    <ChoicePicker<AnswerChoice, string>
      {...picker}
      url={(q) => paths.desk.ticketPart(number, "answers", { q, kind })}
      take={take}
      listId="answers"
      words={{
        label: t("answers:insert"),
        search: t("answers:search"),
        list: t("answers:title"),
        none: t("answers:notFound"),
        empty: t("answers:none"),
        count: (count) => t("answers:count", { count }),
      }}
      foot={
        <>
          <span aria-hidden="true">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("desk:commands.choose")}
          </span>
          <span>
            <Kbd>↵</Kbd> {t("answers:keys.link")}
          </span>
          <span>
            <Kbd>⇧ ↵</Kbd> {t("answers:keys.text")}
          </span>
          <a className="ml-auto" href={paths.desk.ticketPart(number, "answers", { kind })}>
            {t("answers:more")}
          </a>
        </>
      }
      line={(choice) => {
        const closed = closedTo(choice);
        return (
          <>
            <bdi lang={choice.locale} className="clip min-w-0 flex-1">
              <Marked text={choice.title} />
            </bdi>
            <AudienceChip audience={choice.audience} />
            <span className="faint small flex-none max-w-1/2">
              {closed ? t(`answers:closed.${closed}`) : t(`answers:kind.${choice.kind}`)}
            </span>
          </>
        );
      }}
    />
  );
}
