import type { Ctx } from "~/platform/ctx.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { requirePersonActor } from "./policy";
import { receiveCustomerMessage, type ReceivedMessage } from "./receive-customer-message.server";
import type { CustomerReplyForm } from "./schema";
import type { Channel } from "./states";

/** The signed-in customer writes on a ticket; `outcome` and `number` say where the words went. */
export async function replyAsCustomer(
  ctx: Ctx,
  number: number,
  form: CustomerReplyForm,
  { channel = "portal" }: { channel?: Channel } = {},
): Promise<ReceivedMessage> {
  const { personId: authorId } = requirePersonActor(ctx.actor);
  const { id: ticketId } = await findVisibleTicket(ctx, number);
  return receiveCustomerMessage(ctx, {
    ticketId,
    authorId,
    channel,
    body: { text: form.text },
    uploadIds: form.files,
    messageId: form.formId ?? null,
  });
}
