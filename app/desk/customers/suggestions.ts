import { suggestContacts } from "~/domain/customers/suggest-contacts.server";
import { findSuppressions } from "~/domain/mail/find-suppressions.server";
import { agentLoader } from "~/http/route.server";

/** Customers whose address begins with `q`, while an agent types, and whether `q` itself gets no mail. */
export const loader = agentLoader(async (ctx, { request }) => {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const [suppressed = null] = await findSuppressions(ctx, [q.replaceAll("\0", "")]);
  return { contacts: await suggestContacts(ctx, q), suppressed };
});
