import { listMessages } from "~/domain/tickets/list-messages.server";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import { composeForm } from "~/domain/tickets/schema";
import { parse } from "~/http/forms.server";
import { conflict } from "~/lib/errors";
import { addMessage, listMessages as list } from "../operations";
import { presentMessage, presentPage } from "../present.server";
import { byMethod, serve } from "../route.server";

export const loader = serve(list, async (ctx, { params, query }) =>
  presentPage(await listMessages(ctx, params.number, query.cursor ?? null), presentMessage),
);

export const action = byMethod({
  POST: serve(addMessage, async (ctx, { params, body }) => {
    const { key, ...rest } = body;
    const { number, messageId } = await replyToTicket(
      ctx,
      params.number,
      parse(composeForm, { ...rest, formId: key }),
      { channel: "api" },
    );
    if (!messageId) throw conflict("common:error.conflict");
    return { number, messageId };
  }),
});
