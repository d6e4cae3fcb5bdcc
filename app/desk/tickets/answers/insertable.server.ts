import type { AnswerText } from "~/domain/knowledge/list-answer-texts.server";
import { absoluteUrl } from "~/http/absolute-url.server";
import { paths } from "~/http/paths";

/** What of an answer can be put into a message. */
export type Insertable = {
  id: string;
  kind: "article" | "faq";
  locale: string;
  audience: string;
  /** Why a reply takes no link to it: who could open it; null when the customer can. */
  closed: "agents" | "organizations" | null;
  href: string;
  /** Its title and its address. */
  link: string;
  text: string;
};

/** A published text as it is put into a message: by its link, or whole. */
export function asInsertable(text: AnswerText): Insertable {
  const { articleId, kind, locale, slug, title, plain, audience, openable } = text;
  const href = kind === "faq" ? paths.helpFaq(locale, slug) : paths.helpArticle(locale, slug);
  return {
    id: articleId,
    kind,
    locale,
    audience,
    closed: openable ? null : audience === "agents" ? "agents" : "organizations",
    href,
    link: `${title}\n${absoluteUrl(href)}`,
    text: plain.trim(),
  };
}
