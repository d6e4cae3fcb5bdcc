import type { ArticleFigures } from "~/domain/insights/knowledge-views";
import type { OpenReviewDetails, ReviewVerdict } from "~/domain/knowledge/article-views";
import type { Locale } from "~/i18n/config";
import type { TextState } from "../text-state";
import type { Changes, Side, Source } from "./beside-pane";
import type { ArticleFacts } from "./facts-card";
import type { OpenMark } from "./marks-card";
import type { StoredPicture } from "./pictures-card";
import type { Publication } from "./status-card";
import type { EditedText } from "./text-form";

/** The language that the page shows. Instants are ISO texts. */
export type EditorText = {
  edited: EditedText;
  /** the draft as readers would see it */
  html: string;
  publication: Publication;
  versions: number;
  review: (Omit<OpenReviewDetails, "requestedAt"> & { requestedAt: string }) | null;
  verdict: (Omit<ReviewVerdict, "decidedAt"> & { decidedAt: string }) | null;
  marks: OpenMark[];
  staleSince: string | null;
};

/** What the editor's page draws. */
export type EditorView = {
  title: string;
  locale: Locale;
  sourceLocale: Locale;
  facts: ArticleFacts;
  states: Record<string, TextState>;
  deleted: boolean;
  purgeAt: string | null;
  may: { write: boolean; publish: boolean; delete: boolean };
  /** null while the language is not begun */
  text: EditorText | null;
  side: Side;
  sides: Side[];
  source: Source | null;
  changes: Changes | null;
  pictures: StoredPicture[];
  related: { id: string; title: string; chosen: boolean; published: boolean }[];
  figures: ArticleFigures;
  days: number;
};
