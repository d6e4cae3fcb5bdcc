import type { ArticleKind } from "~/generated/prisma/enums";

/** A link to an article or FAQ. `locale` is the text's own: not the asked one where a translation is missing. */
export type HelpLink = { kind: ArticleKind; locale: string; slug: string; title: string };

export type HelpTopicLink = { slug: string; name: string };

/** One language in which a page exists. */
export type HelpLanguage = { locale: string; slug: string };

export type HelpHeading = { id: string; level: number; title: string };

/** A topic of an article's section, with the articles that fit beside the text. */
export type HelpTreeTopic = HelpTopicLink & { current: boolean; articles: HelpLink[] };

export type HelpArticle = {
  id: string;
  kind: ArticleKind;
  /** Of the text that is shown. */
  locale: string;
  slug: string;
  title: string;
  /** One or two sentences; the beginning of the text where there is no summary. */
  summary: string;
  html: string;
  headings: HelpHeading[];
  /** Minutes to read, at least one. */
  minutes: number;
  /** ISO instant of the text's last publication. */
  updatedAt: string;
  publishedAt: string;
  /** Readers whom it helped. */
  helped: number;
  isPublic: boolean;
  languages: HelpLanguage[];
  /** Topics from the top down to the article's own. */
  path: HelpTopicLink[];
  tree: HelpTreeTopic[];
  related: (HelpLink & { topic: string })[];
};

/** What stands at an address: the article, its newer address in the language that leads there, or that it was taken back. */
export type HelpAnswer =
  | { state: "here"; article: HelpArticle }
  | { state: "moved"; kind: ArticleKind; slug: string; locale: string }
  | { state: "gone" };

export type HelpTopicTile = HelpTopicLink & { id: string; icon: string; description: string; count: number };

export type HelpNewsLink = {
  id: string;
  kind: "news" | "problem";
  slug: string;
  title: string;
  locale: string;
  publishedAt: string;
  solvedAt: string | null;
};

export type HelpHome = {
  topics: HelpTopicTile[];
  popular: (HelpLink & { topic: string })[];
  news: HelpNewsLink[];
  /** What is known and not solved. */
  problems: HelpNewsLink[];
};

export type HelpTopic = HelpTopicTile & {
  path: HelpTopicLink[];
  /** Each with the first of what is in it. */
  subtopics: (HelpTopicTile & { first: HelpLink[] })[];
  articles: (HelpLink & { summary: string })[];
  faqs: HelpLink[];
};

export type HelpFaqTopic = HelpTopicLink & { faqs: (HelpLink & { html: string })[] };

/** A reader's own vote. */
export type HelpVote = { helpful: boolean; reason: string | null; comment: string };
