import { confirmGuestForm } from "~/domain/access/confirm-guest-form.server";
import { takeGuestForm } from "~/domain/access/take-guest-form.server";
import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { openTicket } from "~/domain/tickets/open-ticket.server";
import { openTicketAsGuestForm } from "~/domain/tickets/schema";
import type { Ctx } from "~/http/ctx.server";
import { parse } from "~/http/forms.server";

/**
 * Opens the ticket that waited for its confirmed address and signs its owner in. The link's id is the message's id: if
 * anything fails on the way, following the link again goes on with the same ticket.
 */
export async function openGuestTicket(
  ctx: Ctx,
  { token, userAgent }: { token: string; userAgent: string },
): Promise<{ number: number; setCookie: string }> {
  const { id, personId, form } = await confirmGuestForm(ctx, token);
  const { subject, text, typeId, cc } = parse(openTicketAsGuestForm, form);
  const { role } = await getAccount(ctx, personId);
  const actor = { kind: "person", personId, role, sharedOrganizationId: null, queueIds: [] } as const;
  const owner: Ctx = { ...ctx, actor: { ...actor, queueIds: [] } };
  const participantIds: string[] = [];
  for (const address of cc) participantIds.push((await findOrCreateContact(owner, { address })).personId);
  const { number } = await openTicket(owner, {
    requesterId: personId,
    subject,
    body: { text },
    channel: "portal",
    typeId,
    participantIds,
    locale: ctx.locale,
    messageId: id,
  });
  return { number, setCookie: await takeGuestForm(ctx, { token, personId, userAgent }) };
}
