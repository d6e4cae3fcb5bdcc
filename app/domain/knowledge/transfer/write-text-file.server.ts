import { Document } from "yaml";
import { trimText } from "./trim-text";

/** What one exported text says in its file; `markdown` with the links of the file. Absent values are not written. */
export type WrittenText = {
  title: string;
  kind?: "faq";
  summary?: string;
  keywords?: string[];
  audience?: "customers" | "organizations" | "agents";
  organizations?: string[];
  state?: "draft";
  translationOf?: string;
  sourceLocale?: string;
  position?: number;
  /** YYYY-MM-DD. */
  reviewBy?: string;
  updated?: string;
  markdown: string;
};

/** The Markdown file with its front matter; the same text gives the same bytes. */
export function writeTextFile({ markdown, ...front }: WrittenText): string {
  const document = new Document({});
  for (const [key, value] of Object.entries(front)) {
    if (value === undefined || value === "" || (Array.isArray(value) && !value.length)) continue;
    document.set(key, Array.isArray(value) ? document.createNode(value, { flow: true }) : value);
  }
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const body = trimText(markdown);
  return `---\n${yaml}---\n${body ? `\n${body}\n` : ""}`;
}

export type WrittenCategory = {
  slug: string;
  parent?: string;
  icon: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  needsReview?: true;
};

/** categories.yaml: the list in the order of readers. */
export function writeCategories(list: readonly WrittenCategory[]): string {
  const plain = list.map(({ descriptions, ...category }) =>
    Object.keys(descriptions).length ? { ...category, descriptions } : category,
  );
  return new Document(plain).toString({ lineWidth: 0 });
}
