import { type NewsForm, newsForm, type NewsUpdateForm, newsUpdateForm } from "~/domain/knowledge/news-schema";
import { parse } from "~/http/forms.server";
import { readTranslated } from "../admin/read-translated";

/** The posted fields of news. */
export const readNewsForm = (form: FormData): NewsForm =>
  parse(newsForm, {
    kind: form.get("kind") ?? undefined,
    topicId: form.get("topicId") || null,
    audience: form.get("audience") ?? undefined,
    organizationIds: form.getAll("organizationIds"),
    titles: readTranslated(form, "titles"),
    texts: readTranslated(form, "texts"),
  });

/** The posted fields of an update. */
export const readUpdateForm = (form: FormData): NewsUpdateForm =>
  parse(newsUpdateForm, { texts: readTranslated(form, "texts") });
