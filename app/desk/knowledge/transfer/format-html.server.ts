import { renderMarkdown } from "~/domain/knowledge/render-markdown.server";
import { DEFAULT_LOCALE, type Locale } from "~/i18n/config";

const files = import.meta.glob<string>("/docs/help-format*.md", { query: "?raw", import: "default", eager: true });

/** What docs/help-format says in a language, as Markdown without its title. */
export const formatText = (locale: Locale): string =>
  (files[`/docs/help-format${locale === DEFAULT_LOCALE ? "" : `.${locale}`}.md`] ?? "").replace(/^# .*\n/, "");

export const readFormatHtml = async (locale: Locale): Promise<string> =>
  (await renderMarkdown(formatText(locale))).html;
