import type { Channel, SendMode, TicketState } from "~/generated/prisma/client";
import type { Locale } from "~/i18n/config";

/** One thing that happens to a ticket, `at` hours before now. */
export type Step = { at: number; by: string } & (
  | { does: "writes"; text: string; channel?: Channel }
  | { does: "replies"; text: string; mode?: SendMode; cc?: string[] }
  | { does: "notes"; text: string }
  | { does: "takes" }
  | { does: "gives"; to: string }
  | { does: "moves"; to: TicketState; hours?: number }
  | { does: "tags"; tags: string[] }
  | { does: "follows" }
  | { does: "merges"; into: string }
  | { does: "deletes" }
);

/** A ticket's story, told in its customer's language. */
export type Story = {
  key: string;
  by: string;
  at: number;
  queue: string;
  type?: string;
  channel: Channel;
  locale: Locale;
  subject: string;
  text: string;
  steps: Step[];
};

/** A story whose words are checked where they are written. */
export const story = (s: Story): Story => s;
