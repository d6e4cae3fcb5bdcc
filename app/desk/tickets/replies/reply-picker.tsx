import { Kbd } from "~/components/ui/kbd";
import type { ReplyChoice } from "~/domain/tickets/saved-reply-views";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { ChoicePicker } from "../picker/choice-picker";
import type { PickerProps } from "../picker/use-picker";

/** Finds a saved reply for the composer. */
export function ReplyPicker({ number, kind, ...picker }: PickerProps<ReplyChoice>) {
  const t = useT();
  return (
    <ChoicePicker<ReplyChoice, ReplyChoice>
      {...picker}
      url={(q) => paths.desk.ticketPart(number, "saved-replies", { q, kind })}
      take={(choice) => choice}
      listId="replies"
      words={{
        label: t("replies:insert"),
        search: t("replies:search"),
        list: t("replies:title"),
        none: t("replies:notFound"),
        empty: t("replies:empty"),
        count: (count) => t("replies:choose.count", { count }),
      }}
      foot={
        <>
          <span aria-hidden="true">
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("desk:commands.choose")}
          </span>
          <span aria-hidden="true">
            <Kbd>↵</Kbd> {t("replies:choose.insert")}
          </span>
          <a className="ml-auto" href={paths.desk.savedReplies()}>
            {t("replies:manage")}
          </a>
        </>
      }
      line={(choice) => (
        <>
          <bdi className="clip max-w-3/5 flex-none">{choice.name}</bdi>
          <span lang={choice.locale} className="muted small clip min-w-0 flex-1">
            {choice.text.slice(0, 160)}
          </span>
          {choice.files ? (
            <span className="faint small flex-none">{t("replies:choose.files", { count: choice.files })}</span>
          ) : null}
        </>
      )}
    />
  );
}
