import { Banner } from "~/components/ui/banner";
import type { HelpNewsLink } from "~/domain/knowledge/reader-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";

/** Known problems that are not solved, above everything else of a help page. */
export function OpenProblems({ problems }: { problems: readonly HelpNewsLink[] }) {
  const { t, locale } = useI18n();
  if (problems.length === 0) return null;
  return (
    <div className="problems">
      {problems.map(({ id, slug, title, locale: words }) => (
        <Banner
          key={id}
          tone="warn"
          title={t("help:problem.known")}
          action={<a href={paths.helpNews(locale, slug)}>{t("help:problem.more")}</a>}
        >
          <span lang={words === locale ? undefined : words}>{title}</span>
        </Banner>
      ))}
    </div>
  );
}
