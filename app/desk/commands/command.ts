export const GROUPS = ["ticket", "tickets", "views", "queues", "work", "account", "admin", "search"] as const;
export type CommandGroup = (typeof GROUPS)[number];

/** Where a command leads, what it posts, or which field of the page it presses (`href` is the way there without a script). */
export type Deed =
  | { href: string; post?: undefined; press?: undefined }
  | { post: { action: string; fields: Record<string, string> }; href?: undefined; press?: undefined }
  | { press: string; href: string; post?: undefined };

/** One line of the palette. */
export type Command = Deed & {
  /** unique, in letters, digits and dashes */
  id: string;
  group: CommandGroup;
  label: string;
  /** other words that find it */
  also?: string;
  /** the single key that does the same */
  key?: string;
};
