import { z } from "zod";
import { ArticleAudience, ArticleKind } from "~/generated/prisma/enums";
import { MAX_SLUG, SLUG } from "./slug";

export const TEXT_LOCALES = ["en", "it", "ro", "ru"] as const;
export type TextLocale = (typeof TEXT_LOCALES)[number];
export const AUDIENCES = Object.values(ArticleAudience);
export const KINDS = Object.values(ArticleKind);
export const REVIEW_VERDICTS = ["approved", "sent_back"] as const;

export const MAX_TITLE = 200;
export const MAX_SUMMARY = 400;
export const MAX_KEYWORDS = 500;
export const MAX_MARKDOWN = 200_000;
export const MAX_NOTE = 500;
export const MAX_COMMENT = 2_000;
export const MAX_CATEGORY_NAME = 80;
export const MAX_CATEGORY_LEVELS = 4;
export const MAX_RELATED = 8;
/** A table of serial numbers in an answer has a mark for each. */
export const MAX_MARKS = 5_000;

const id = z.uuid("common:error.invalid");
const words = (max: number) => z.string().max(max, "common:error.tooLong").default("");
const line = (max: number) => words(max).transform((text) => text.replace(/\s+/g, " ").trim());
const slug = z
  .string()
  .trim()
  .max(MAX_SLUG, "common:error.tooLong")
  .refine((text) => text === "" || SLUG.test(text), "knowledge:error.slug")
  .default("");
const title = z
  .string({ error: "common:error.required" })
  .trim()
  .min(1, "common:error.required")
  .max(MAX_TITLE, "common:error.tooLong")
  .transform((text) => text.replace(/\s+/g, " "));
const many = z.preprocess((v) => (v === undefined || v === "" ? [] : Array.isArray(v) ? v : [v]), z.array(id).max(200));
const at = z.coerce.date({ error: "common:error.invalid" });

export const textLocale = z.enum(TEXT_LOCALES, { error: "common:error.invalid" });

/** A text as it is typed. An empty slug is made of the title when the text is published. */
export const textForm = z.object({
  title,
  slug,
  summary: line(MAX_SUMMARY),
  keywords: line(MAX_KEYWORDS),
  markdown: words(MAX_MARKDOWN),
});
export type TextForm = z.output<typeof textForm>;

/** What of an article is the same in all its languages. `reviewBy` null is never. */
export const articleForm = z.object({
  kind: z.enum(KINDS),
  categoryId: id,
  audience: z.enum(AUDIENCES).default("public"),
  organizationIds: many,
  ownerId: id.nullable().default(null),
  reviewBy: at.nullable().default(null),
});
export type ArticleForm = z.output<typeof articleForm>;

/** Any of it; what is absent stays. `position` counts from 0 in the category. */
export const changeArticleForm = z
  .object({
    ...articleForm.shape,
    audience: z.enum(AUDIENCES),
    organizationIds: z.array(id).max(200),
    ownerId: id.nullable(),
    reviewBy: at.nullable(),
    position: z.coerce.number().int().min(0),
  })
  .partial();
export type ChangeArticleForm = z.output<typeof changeArticleForm>;

/** Something that was taken out of a ticket's answer on its way to a draft. */
export const markForm = z.object({
  kind: z.enum(["name", "organization", "email", "phone", "number", "address", "link", "signature"]),
  found: z.string().max(2_000),
  replacement: z.string().max(200),
});

export const createArticleForm = articleForm.extend({
  ...textForm.shape,
  /** The language it is written in first, from which the others are translated. */
  locale: textLocale,
  ticketId: id.nullable().default(null),
  marks: z.array(markForm).max(MAX_MARKS).default([]),
});
export type CreateArticleForm = z.output<typeof createArticleForm>;

/** `revision` is that of the draft which the typing began from. */
export const saveDraftForm = textForm.extend({ revision: z.coerce.number().int().min(0) });
export type SaveDraftForm = z.output<typeof saveDraftForm>;

/** `at` in the future schedules; `revision`, when given, refuses a draft that has moved on since. */
export const publishForm = z.object({
  note: line(MAX_NOTE),
  at: at.optional(),
  revision: z.coerce.number().int().optional(),
});
export const unpublishForm = z.object({ at: at.optional() });

/** An approved text is published at once, or `at`, unless `publish` is false. */
export const reviewForm = z.object({
  verdict: z.enum(REVIEW_VERDICTS),
  comment: z.string().trim().max(MAX_COMMENT, "common:error.tooLong").default(""),
  publish: z.boolean().default(true),
  at: at.optional(),
});

const names = (max: number) =>
  z
    .object({ en: line(max), it: line(max), ro: line(max), ru: line(max) })
    .partial()
    .default({});

export const categoryForm = z.object({
  slug,
  names: names(MAX_CATEGORY_NAME),
  descriptions: names(MAX_SUMMARY),
  icon: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .default("book"),
  needsReview: z.boolean().default(false),
});
export type CategoryForm = z.output<typeof categoryForm>;
export const createCategoryForm = categoryForm.extend({ parentId: id.nullable().default(null) });
export type CreateCategoryForm = z.output<typeof createCategoryForm>;
