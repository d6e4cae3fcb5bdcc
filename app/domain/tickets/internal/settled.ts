import type { Priority } from "~/generated/prisma/enums";

/** A ticket as the running command left it. */
export type Settled = {
  id: string;
  queueId: string;
  requesterId: string;
  assigneeId: string | null;
  /** New or open, hence work in hand. */
  counts: boolean;
  priority: Priority;
  /** The queue finds somebody by itself. */
  auto: boolean;
  waitReason: string | null;
  handBackAt: Date;
  idleMinutes: number | null;
  /** The assignee is no longer staff, or out of office now; then who stands in, if somebody is there to. */
  gone: boolean;
  standInId: string | null;
};
