import { type QueueForm, queueForm } from "~/domain/routing/schema";
import { formObject, parse } from "~/http/forms.server";

/** A queue's fields; an unticked box is not sent and means no. The idle time is typed in hours and minutes, empty never. */
export function readQueueForm(form: FormData): QueueForm {
  return parse(queueForm, {
    ...formObject(form),
    receipt: form.has("receipt"),
    lastAgent: form.has("lastAgent"),
    idleMinutes: idleMinutes(form),
  });
}

function idleMinutes(form: FormData): number | null {
  const typed = (name: string) => String(form.get(name) ?? "").trim();
  if (!typed("idleHours") && !typed("idleRest")) return null;
  const minutes = Number(typed("idleHours")) * 60 + Number(typed("idleRest"));
  return minutes === 0 ? null : minutes;
}
