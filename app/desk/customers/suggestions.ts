import { suggestContacts } from "~/domain/customers/suggest-contacts.server";
import { agentLoader } from "~/http/route.server";

/** Customers whose address begins with `q`, while an agent types. */
export const loader = agentLoader(async (ctx, { request }) => ({
  contacts: await suggestContacts(ctx, new URL(request.url).searchParams.get("q") ?? ""),
}));
