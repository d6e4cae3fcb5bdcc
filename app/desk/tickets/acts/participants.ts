import { z } from "zod";
import { addParticipant } from "~/domain/tickets/add-participant.server";
import { removeParticipant } from "~/domain/tickets/remove-participant.server";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { actOnTicket } from "./act.server";

const form = z.object({ address: z.email("common:error.email").max(254).optional(), remove: z.uuid().optional() });

export const action = actOnTicket(async (ctx, { request, params }) => {
  const { address, remove } = await readInput(ctx, request, form);
  const number = ticketNumber(params);
  if (remove) {
    await removeParticipant(ctx, number, remove);
    return { key: "desk:toast.participantRemoved" };
  }
  await addParticipant(ctx, number, address ?? "");
  return { key: "desk:toast.participantAdded" };
});
