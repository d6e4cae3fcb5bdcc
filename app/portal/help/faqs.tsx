import { useLoaderData } from "@remix-run/react";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { EmptyState } from "~/components/ui/empty-state";
import { listFaqs } from "~/domain/knowledge/list-faqs.server";
import { absoluteUrl } from "~/http/absolute-url.server";
import { paths } from "~/http/paths";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { everyLanguage, faqData } from "./head.server";
import { helpHref } from "./help-href";
import { helpLoader } from "./help-loader.server";
import { HelpSearch } from "./search-form";

export { helpHeaders as headers, helpMeta as meta } from "./help-head";

export const loader = helpLoader(async (ctx) => {
  const t = translator(ctx.locale);
  const topics = await listFaqs(ctx);
  const faqs = topics.flatMap((topic) => topic.faqs);
  return {
    head: {
      title: t("help:faq.title"),
      description: t("help:faq.lead"),
      canonical: absoluteUrl(paths.helpFaqs(ctx.locale)),
      languages: everyLanguage(paths.helpFaqs),
      kind: "website" as const,
      data: faqs.length > 0 ? [faqData(faqs)] : [],
    },
    languageHrefs: Object.fromEntries(LOCALES.map((locale) => [locale, paths.helpFaqs(locale)])),
    topics,
  };
});

/** Frequent questions by topic; each opens where it stands and has a page of its own. */
export default function Faqs() {
  const { topics } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  return (
    <div className="page mid">
      <Breadcrumb items={[{ href: paths.help(locale), label: t("help:title") }]} />
      <div className="page-head">
        <div>
          <h1>{t("help:faq.title")}</h1>
          <p className="lead">{t("help:faq.lead")}</p>
        </div>
      </div>
      <div className="mb-6">
        <HelpSearch />
      </div>
      {topics.length === 0 ? <EmptyState title={t("help:empty.title")}>{t("help:empty.text")}</EmptyState> : null}
      {topics.length > 2 ? (
        <nav className="jump" aria-label={t("help:topics")}>
          {topics.map((topic) => (
            <a key={topic.slug} href={`#topic-${topic.slug}`}>
              {topic.name}
            </a>
          ))}
        </nav>
      ) : null}
      <div className="faq-topics">
        {topics.map((topic) => (
          <section key={topic.slug} aria-labelledby={`topic-${topic.slug}`}>
            <h2 id={`topic-${topic.slug}`}>
              <a href={paths.helpTopic(locale, topic.slug)}>{topic.name}</a>
            </h2>
            <div className="card">
              {topic.faqs.map((faq) => (
                <details key={faq.slug} className="faq-item" lang={faq.locale === locale ? undefined : faq.locale}>
                  <summary>{faq.title}</summary>
                  <div className="prose">
                    <div dangerouslySetInnerHTML={{ __html: withoutIds(faq.html) }} />
                    <p className="lone-page" lang={locale}>
                      <a href={helpHref(locale, faq)} aria-label={t("help:faq.open", { title: faq.title })}>
                        {t("help:faq.page")}
                      </a>
                    </p>
                  </div>
                </details>
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Headings of different answers may have the same id; on their own pages they keep it. */
const withoutIds = (html: string): string => html.replace(/(<h[1-6])\sid="[^"]*"/g, "$1");
