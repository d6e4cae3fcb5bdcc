import { isId } from "~/lib/id";
import { readTranslated } from "../admin/read-translated";

/** The posted fields of a category, before its schema looks at them. */
export function readCategoryFields(form: FormData) {
  const parentId = String(form.get("parentId") ?? "");
  return {
    slug: String(form.get("slug") ?? ""),
    names: readTranslated(form, "names"),
    descriptions: readTranslated(form, "descriptions"),
    icon: String(form.get("icon") ?? "book"),
    needsReview: form.get("needsReview") === "yes",
    parentId: isId(parentId) ? parentId : null,
  };
}
