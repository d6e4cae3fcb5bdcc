import { undoReply } from "~/domain/tickets/undo-reply.server";
import { idParam } from "~/http/params.server";
import { actOnTicket } from "./act.server";

export const action = actOnTicket(async (ctx, { params }) => {
  await undoReply(ctx, idParam(params, "replyId"));
  return { key: "desk:toast.replyBack" };
});
