import type { Prisma as P } from "~/generated/prisma/client";
import { builtInStatusId, type TicketState } from "~/domain/tickets/states";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { clock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { cast, queues } from "./cast";

type TicketFields = Partial<P.TicketUncheckedCreateInput> & { state?: TicketState };

/** A ticket's bare row, Giulia's in Repairs unless told otherwise: for tests of queries. Tests of acts use the commands. */
export async function insertTicket({ state = "open", ...fields }: TicketFields = {}): Promise<{
  id: string;
  number: number;
}> {
  const now = clock.now();
  return database().prisma.ticket.create({
    data: {
      id: newId(now.getTime()),
      subject: "Pump 7 does not start",
      requesterId: cast.giulia.id,
      queueId: queues.repairs.id,
      state,
      statusId: builtInStatusId(state),
      channel: "portal",
      createdAt: now,
      activityAt: now,
      publicAt: now,
      waitingSince: NEVER,
      nextDueAt: NEVER,
      ...fields,
    },
    select: { id: true, number: true },
  });
}

type MessageFields = Partial<P.MessageUncheckedCreateInput>;

/** A message's bare row: public, from Giulia, unless told otherwise. */
export async function insertMessage(ticketId: string, fields: MessageFields = {}): Promise<{ id: string }> {
  const now = clock.now();
  return database().prisma.message.create({
    data: {
      id: newId(now.getTime()),
      ticketId,
      kind: "public",
      side: "customer",
      authorId: cast.giulia.id,
      channel: "portal",
      text: "It stopped.",
      sentAt: now,
      ...fields,
    },
    select: { id: true },
  });
}

/** An event's bare row. */
export async function insertEvent(
  ticketId: string,
  type: string,
  data: object,
  at = clock.now(),
  actorId: string | null = cast.sara.id,
) {
  return database().prisma.event.create({
    data: { id: newId(at.getTime()), type, at, actorKind: actorId ? "person" : "system", actorId, ticketId, data },
    select: { id: true },
  });
}
