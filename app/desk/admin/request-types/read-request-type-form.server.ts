import { type RequestTypeForm, requestTypeForm } from "~/domain/routing/schema";
import { formObject, parse } from "~/http/forms.server";
import { readTranslated } from "../read-translated";

/** A request type's fields with its words by language. */
export function readTypeForm(form: FormData): RequestTypeForm {
  return parse(requestTypeForm, {
    ...formObject(form),
    name: readTranslated(form, "name"),
    hint: readTranslated(form, "hint"),
  });
}
