import type { NoticeCode } from "~/domain/sla/contract-views";
import type { DeliveryState, SlaKind } from "~/generated/prisma/enums";
import type { AgentKind } from "./preference-kinds";

export type NotificationRow = {
  id: string;
  kind: AgentKind;
  at: Date;
  unread: boolean;
  /** Null for what concerns no ticket. */
  ticket: { number: number; subject: string } | null;
  /** Of a target's warning, breach or step of its ladder. */
  escalation: { target: SlaKind; step: "warning" | "breach" | "ladder" } | null;
  /** Of a contract's notice; `days` are those left with the code `days`. */
  contract: { id: string; name: string; code: NoticeCode; days: number | null } | null;
  /** Of a held mail that waits too long. */
  mail: { inboundId: string; subject: string; from: string } | null;
  /** Who did it; null for the product itself. */
  actor: string | null;
};

/** `next` is the cursor of the following page. */
export type NotificationPage = { rows: NotificationRow[]; next: string | null };

/** One outgoing mail in the outbox's list. */
export type OutboxRow = {
  id: string;
  at: Date;
  subject: string;
  recipient: string;
  recipientName: string;
  template: string;
  state: DeliveryState;
  /** Why it bounced, waits or was suppressed: a code. */
  reason: string | null;
  ticketNumber: number | null;
};
export type OutboxPage = { rows: OutboxRow[]; next: string | null };

/** One outgoing mail as it went or will go out. */
export type OutboxMailView = OutboxRow & {
  from: string;
  transport: string | null;
  attempts: number;
  sentAt: Date | null;
  nextTryAt: Date | null;
  status: string | null;
  detail: string | null;
  text: string;
  headers: { name: string; value: string }[];
  attachments: { name: string; type: string; size: number }[];
};
