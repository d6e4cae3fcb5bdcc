import { savedReplyForm, type SavedReplyForm } from "~/domain/tickets/saved-reply-schema";
import { parse } from "~/http/forms.server";
import { readTranslated } from "../admin/read-translated";

/** The posted fields of a saved reply. */
export function readSavedReply(form: FormData): SavedReplyForm {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === "string" && value !== "");
  return parse(savedReplyForm, {
    name: form.get("name") ?? undefined,
    shared: form.get("scope") === "shared",
    queueIds: all("queueIds"),
    texts: readTranslated(form, "texts"),
    kept: all("kept"),
    files: all("files"),
  });
}
