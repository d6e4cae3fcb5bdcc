import { type QueueForm, queueForm } from "~/domain/routing/schema";
import { formObject, parse } from "~/http/forms.server";

/** A queue's fields; an unticked box is not sent and means no. */
export function readQueueForm(form: FormData): QueueForm {
  return parse(queueForm, { ...formObject(form), receipt: form.has("receipt") });
}
