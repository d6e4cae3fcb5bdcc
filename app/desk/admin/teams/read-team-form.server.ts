import { type TeamForm, teamForm } from "~/domain/identity/team-schema";
import { formObject, parse } from "~/http/forms.server";

/** A team's fields; nobody ticked is nobody. */
export function readTeamForm(form: FormData): TeamForm {
  return parse(teamForm, formObject(form));
}
