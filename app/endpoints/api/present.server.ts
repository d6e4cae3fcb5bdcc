import type { z } from "zod";
import type { ApiEvent, ApiMessage, ApiTicket } from "~/domain/tickets/api-views";
import type { Page } from "~/domain/tickets/views";
import { absoluteUrl } from "~/http/absolute-url.server";
import { paths } from "~/http/paths";
import type * as schemas from "./schemas";

type Presented<S extends z.ZodType> = z.input<S>;
const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A ticket as the API says it: instants in UTC, an address to open it in the browser. */
export const presentTicket = ({ dueWarnAt: _warnAt, ...ticket }: ApiTicket): Presented<typeof schemas.ticket> => ({
  ...ticket,
  createdAt: ticket.createdAt.toISOString(),
  updatedAt: ticket.updatedAt.toISOString(),
  firstReplyAt: instant(ticket.firstReplyAt),
  waitingSince: instant(ticket.waitingSince),
  solvedAt: instant(ticket.solvedAt),
  dueAt: instant(ticket.dueAt),
  url: absoluteUrl(paths.desk.ticket(ticket.number)),
});

export const presentMessage = (message: ApiMessage): Presented<typeof schemas.message> => ({
  ...message,
  sentAt: message.sentAt.toISOString(),
  editedAt: instant(message.editedAt),
  attachments: message.attachments.map(({ id, name, type, size }) => ({
    id,
    name,
    type,
    size,
    url: absoluteUrl(`/api/v1/attachments/${id}`),
  })),
});

export const presentEvent = (event: ApiEvent): Presented<typeof schemas.event> => ({
  ...event,
  at: event.at.toISOString(),
});

/** A page with its items presented. */
export const presentPage = <T, P>(
  { rows, next }: Page<T>,
  present: (row: T) => P,
): { items: P[]; next: string | null } => ({
  items: rows.map(present),
  next,
});
