import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { findPeopleBehind } from "./internal/participants.server";
import { type OpenedTicket, openTicket } from "./open-ticket.server";
import { requirePersonActor } from "./policy";
import type { OpenTicketForm } from "./schema";
import type { Channel } from "./states";

/** The signed-in customer opens a ticket; whoever is in `cc` takes part. The same form sent twice opens one ticket. */
export function openOwnTicket(
  ctx: Ctx,
  form: OpenTicketForm,
  { channel = "portal" }: { channel?: Channel } = {},
): Promise<OpenedTicket> {
  const { personId } = requirePersonActor(ctx.actor);
  return inTransaction(ctx, async (ctx) =>
    openTicket(ctx, {
      requesterId: personId,
      subject: form.subject,
      body: { text: form.text },
      channel,
      typeId: form.typeId ?? null,
      uploadIds: form.files,
      participantIds: await findPeopleBehind(ctx, form.cc),
      messageId: form.formId ?? null,
      locale: ctx.locale,
    }),
  );
}
