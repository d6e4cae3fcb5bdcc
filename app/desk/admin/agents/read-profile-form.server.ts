import { type ProfileForm, profileForm } from "~/domain/routing/profile-schema";
import { formObject, parse } from "~/http/forms.server";

const SKILL = "skills.";

/** A profile's fields; the level of each skill comes as `skills.<id>`. An emptied field is empty, not absent. */
export function readProfileForm(form: FormData): ProfileForm {
  const fields = formObject(form);
  const skills = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith(SKILL))
      .map(([name, level]) => [name.slice(SKILL.length), level]),
  );
  return parse(profileForm, { ...fields, skills });
}
