import type { AgentKind } from "./preference-kinds";

export type NotificationRow = {
  id: string;
  kind: AgentKind;
  at: Date;
  unread: boolean;
  ticket: { number: number; subject: string };
  /** Who did it; null for the product itself. */
  actor: string | null;
};

/** `next` is the cursor of the following page. */
export type NotificationPage = { rows: NotificationRow[]; next: string | null };
