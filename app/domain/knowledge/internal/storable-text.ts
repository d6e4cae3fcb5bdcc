import type { TextForm } from "../schema";

/** A text as it can be stored: PostgreSQL refuses NUL, and half a surrogate pair is no letter. */
export const storableText = (form: TextForm): TextForm => ({
  title: storable(form.title),
  slug: form.slug,
  summary: storable(form.summary),
  keywords: storable(form.keywords),
  markdown: storableLines(form.markdown),
});

export const storable = (text: string): string => text.replaceAll("\u0000", "").toWellFormed();

/** Of several lines: browsers send two letters for the end of each, scripts one. */
export const storableLines = (text: string): string => storable(text).replaceAll("\r\n", "\n");

/** Whether two texts say the same. */
export const isSameText = (a: TextForm, b: TextForm): boolean =>
  a.title === b.title &&
  a.slug === b.slug &&
  a.summary === b.summary &&
  a.keywords === b.keywords &&
  a.markdown === b.markdown;
