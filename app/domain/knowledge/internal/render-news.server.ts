import type { NewsLocale } from "../news-schema";
import { NEWS_LOCALES } from "../news-schema";
import type { NewsText, NewsUpdateText } from "../news-views";
import { renderMarkdown } from "../render-markdown.server";

type Each = Readonly<Record<NewsLocale, string>>;

/** Each language that has a title, with its Markdown and the HTML of it. */
export async function renderNews(titles: Each, texts: Each): Promise<Partial<Record<NewsLocale, NewsText>>> {
  const made = await Promise.all(
    NEWS_LOCALES.filter((locale) => titles[locale]).map(async (locale) => {
      const { html } = await renderMarkdown(texts[locale], { locale });
      return [locale, { title: titles[locale], markdown: texts[locale], html }] as const;
    }),
  );
  return Object.fromEntries(made);
}

/** The same for an update, which has no title. */
export async function renderUpdate(texts: Each): Promise<Partial<Record<NewsLocale, NewsUpdateText>>> {
  const made = await Promise.all(
    NEWS_LOCALES.filter((locale) => texts[locale]).map(async (locale) => {
      const { html } = await renderMarkdown(texts[locale], { locale });
      return [locale, { markdown: texts[locale], html }] as const;
    }),
  );
  return Object.fromEntries(made);
}
