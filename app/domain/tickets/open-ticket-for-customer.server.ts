import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { findSuppressions } from "~/domain/mail/find-suppressions.server";
import { DomainError } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { findPeopleBehind } from "./internal/participants.server";
import { type OpenedTicket, openTicket } from "./open-ticket.server";
import { requireStaffActor } from "./policy";
import type { OpenForCustomerForm } from "./schema";
import type { Channel } from "./states";

/**
 * An agent opens a ticket for whoever has the address: `public` mails the text to the customer, `note` keeps it here. On
 * the desk, conflict `replies:error.suppressed` when the customer's address gets no mail for now and the form is not
 * `confirmed`.
 */
export function openTicketForCustomer(
  ctx: Ctx,
  form: OpenForCustomerForm,
  { channel = "agent" }: { channel?: Channel } = {},
): Promise<OpenedTicket> {
  const { personId: authorId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    if (channel === "agent" && form.kind === "public" && !form.confirmed) await refuseSuppressed(ctx, form.email);
    const requester = await findOrCreateContact(ctx, { address: form.email, name: form.name });
    return openTicket(ctx, {
      requesterId: requester.personId,
      subject: form.subject,
      body: { text: form.text },
      channel,
      kind: form.kind,
      side: "agent",
      authorId,
      queueId: form.queueId,
      typeId: form.typeId ?? null,
      priority: form.priority,
      tags: form.tags,
      uploadIds: form.files,
      participantIds: await findPeopleBehind(ctx, form.cc),
      messageId: form.formId ?? null,
    });
  });
}

async function refuseSuppressed(ctx: Ctx, email: string): Promise<void> {
  const [suppressed] = await findSuppressions(ctx, [email]);
  if (!suppressed) return;
  const { address } = suppressed;
  throw new DomainError("conflict", "replies:error.suppressed", { address }, { email: "replies:error.suppressed" });
}
