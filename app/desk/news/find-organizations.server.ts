import { suggestOrganizations } from "~/domain/customers/suggest-organizations.server";
import { typedText } from "~/http/forms.server";
import type { Ctx } from "~/http/ctx.server";

/** Organizations with the typed letters in their name, and the form as it was sent, to be shown again. */
export const findOrganizations = async (ctx: Ctx, request: Request, form: FormData) => ({
  found: await suggestOrganizations(ctx, String(form.get("q") ?? "")),
  values: typedText(request),
});
