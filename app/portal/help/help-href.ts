import { paths } from "~/http/paths";

/** The address of an article or question in a language. */
export const helpHref = (lang: string, { kind, slug }: { kind: string; slug: string }): string =>
  kind === "faq" ? paths.helpFaq(lang, slug) : paths.helpArticle(lang, slug);
