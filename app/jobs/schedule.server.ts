import { type CronItem, parseCronItems } from "graphile-worker";

const HOUSEKEEPING = 20;
const every = (task: string, match: string, priority = HOUSEKEEPING): CronItem => ({
  task,
  match,
  // One pending run each: a worker that was away does not make up for what it missed.
  options: { backfillPeriod: 0, priority, jobKey: `schedule:${task}`, maxAttempts: 3 },
});

/** What runs by the clock (UTC); several workers agree on each run through the database. */
export const scheduled: CronItem[] = [
  every("mail.sweep-deliveries", "* * * * *", 10),
  every("mailroom.alert-holds", "* * * * *"),
  every("mailroom.purge-discarded", "53 3 * * *"),
  every("mail.sweep-suppressions", "11 3 * * *"),
  every("notifications.sweep", "17 3 * * *"),
  every("platform.sweep-rate-windows", "23 * * * *"),
  every("identity.sweep", "29 3 * * *"),
  every("files.sweep", "41 3 * * *"),
  every("tickets.sweep-presence", "* * * * *"),
  every("tickets.sweep-alarms", "* * * * *", 5),
  every("tickets.recompute-clocks", "* * * * *"),
  every("routing.sweep-duty", "* * * * *", 10),
  every("tickets.hand-back-idle", "* * * * *", 5),
  every("tickets.hand-over-absent", "* * * * *", 5),
  every("tickets.wake-queues", "* * * * *"),
  every("sla.notice-contracts", "*/5 * * * *"),
  every("search.check", "* * * * *"),
  every("search.sweep", "37 2 * * *"),
  every("search.sweep-log", "7 0 * * *"),
  every("tickets.close-solved", "7 * * * *"),
  every("tickets.settle-deflections", "13 * * * *"),
  every("tickets.purge-bin", "47 3 * * *"),
  every("knowledge.sweep-schedule", "* * * * *", 10),
  every("knowledge.purge-articles", "59 3 * * *"),
  every("knowledge.check-links", "5 4 * * *"),
];

export const schedule = () => parseCronItems(scheduled);
