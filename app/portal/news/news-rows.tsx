import type { HelpNewsLink } from "~/domain/knowledge/reader-views";
import { paths } from "~/http/paths";
import { formatInstant } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";
import { ProblemChip } from "./problem-chip";

/** News as lines of a card: title, day, and for a known problem how it stands. */
export function NewsRows({ news, zone }: { news: readonly HelpNewsLink[]; zone: string }) {
  const { locale } = useI18n();
  return (
    <ul className="rows">
      {news.map(({ id, slug, kind, title, locale: words, publishedAt, solvedAt }) => (
        <li key={id}>
          <a className="row" href={paths.helpNews(locale, slug)}>
            <span className="t" lang={words === locale ? undefined : words}>
              {title}
            </span>
            {kind === "problem" ? <ProblemChip solved={solvedAt !== null} /> : null}
            <time className="m num" dateTime={publishedAt}>
              {formatInstant(new Date(publishedAt), "day", locale, zone)}
            </time>
          </a>
        </li>
      ))}
    </ul>
  );
}
