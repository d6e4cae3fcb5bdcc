import { ResultLink } from "~/components/search/result-link";
import { StateChip } from "~/components/tickets/state-chip";
import { Chip } from "~/components/ui/chip";
import { Marked } from "~/components/ui/marked";
import { isNoted } from "~/domain/search/noted-documents";
import { priorityCode } from "~/domain/tickets/states";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import type { FoundRow } from "./found-rows.server";

export type ShownRow = Omit<FoundRow, "at"> & { at: Date | string };
type Props = { row: ShownRow; intentionId: string | null };

/** One result: what it is, where the words stand, and what tells it from others. */
export function FoundLine({ row, intentionId }: Props) {
  const { t, locale } = useI18n();
  const { document, kind, href, title, snippet, ticket, author, note, facts, at } = row;
  const lang = row.locale === locale || kind === "contact" || kind === "organization" ? undefined : row.locale;
  const ofTicket = ticket
    ? [`#${ticket.number}`, ticket.organization ?? ticket.requester, priorityCode(ticket.priority), ticket.queueName]
    : [t(`search:kind.${kind}`), ...facts];
  return (
    <li>
      <ResultLink
        className="hit"
        href={href}
        opened={intentionId && isNoted(document) ? paths.searchOpened(intentionId, document, href) : null}
      >
        <span className="hit-title" lang={lang}>
          <bdi>
            <Marked text={title} />
          </bdi>
        </span>
        {ticket ? <StateChip state={ticket.state} name={ticket.statusName} /> : null}
        {snippet.length > 0 ? (
          <span className="hit-text" lang={lang}>
            {note ? (
              <>
                <Chip tone="warn">{t("tickets:message.note")}</Chip>{" "}
              </>
            ) : null}
            {author ? <b>{author}: </b> : null}
            <bdi>
              <Marked text={snippet} />
            </bdi>
          </span>
        ) : null}
        <span className="hit-facts num">
          {ofTicket.join(" · ")}
          {ticket?.assignee ? ` · ${ticket.assignee}` : null}
          {kind === "contact" || kind === "organization" ? null : (
            <>
              {" · "}
              <TimeText at={at} />
            </>
          )}
        </span>
      </ResultLink>
    </li>
  );
}
