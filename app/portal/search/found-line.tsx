import { ResultLink } from "~/components/search/result-link";
import { PortalStateChip } from "~/components/tickets/state-chip";
import { Marked } from "~/components/ui/marked";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import type { FoundRow } from "./found-rows.server";

type Props = { row: Omit<FoundRow, "at"> & { at: Date | string }; intentionId: string | null };

/** One result: its title and the place where the words stand, in the language of the text. */
export function FoundLine({ row, intentionId }: Props) {
  const { locale } = useI18n();
  const { document, href, title, snippet, category, ticket, at } = row;
  const lang = row.locale === locale ? undefined : row.locale;
  return (
    <li>
      <ResultLink
        className="hit"
        href={href}
        opened={intentionId && document ? paths.searchOpened(intentionId, document, href) : null}
      >
        <span className="hit-title" lang={lang}>
          <bdi>
            <Marked text={title} />
          </bdi>
        </span>
        {ticket ? <PortalStateChip state={ticket.state} name={ticket.statusName} /> : null}
        {snippet.length > 0 ? (
          <span className="hit-text" lang={lang}>
            <bdi>
              <Marked text={snippet} />
            </bdi>
          </span>
        ) : null}
        <span className="hit-facts num">
          {ticket ? `#${ticket.number} · ` : category ? `${category} · ` : null}
          <TimeText at={at} />
        </span>
      </ResultLink>
    </li>
  );
}
