import { type DeskCounts, DESK_VIEWS } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import type { Translate } from "~/i18n/translate";
import type { Command } from "./command";

/** Every door of the administration, and rooms behind them that have a name of their own. */
export const ADMIN_AREAS = [
  "people",
  "agents",
  "teams",
  "skills",
  "queues",
  "rules",
  "types",
  "statuses",
  "calendars",
  "sla",
  "organizations",
  "contracts",
  "mail",
  "search",
  "settings",
  "audit",
] as const;

const ACCOUNT = [
  { part: "", key: "identity:account.profile" },
  { part: "duty", key: "agents:duty.tab" },
  { part: "addresses", key: "identity:account.addresses" },
  { part: "security", key: "identity:account.security" },
  { part: "notifications", key: "identity:account.notifications" },
  { part: "tokens", key: "identity:account.tokens" },
] as const;

type Facts = { queues: DeskCounts["queues"]; administrator: boolean };

/** Where the desk can be gone to: lists, queues, work, one's own account, and for administrators what they set up. */
export function placeCommands(t: Translate, { queues, administrator }: Facts): Command[] {
  const work = (id: string, href: string, label: string, key?: string): Command => ({
    id,
    group: "work",
    href,
    label,
    key,
  });
  return [
    ...DESK_VIEWS.map((view): Command => ({
      id: `view-${view}`,
      group: "views",
      label: t(`desk:view.${view}`),
      also: t("desk:nav.views"),
      href: paths.desk.tickets({ view }),
    })),
    ...queues.map(({ id, name }): Command => ({
      id: `queue-${id}`,
      group: "queues",
      label: name,
      also: t("desk:nav.queues"),
      href: paths.desk.tickets({ view: "open", queue: id }),
    })),
    work("new-ticket", paths.desk.newTicket(), t("desk:nav.newTicket"), "C"),
    work("search", paths.desk.search(), t("search:title"), "/"),
    work("notifications", paths.desk.notifications(), t("desk:nav.notifications")),
    work("mailroom", paths.desk.mailroom(), t("desk:nav.mailroom")),
    work("outbox", paths.desk.outbox(), t("desk:nav.outbox")),
    work("saved-replies", paths.desk.savedReplies(), t("replies:title")),
    work("bin", paths.desk.bin(), t("desk:nav.bin")),
    work("shortcuts", paths.desk.shortcuts(), t("desk:nav.shortcuts"), "?"),
    ...ACCOUNT.map(({ part, key }): Command => ({
      id: `account-${part || "profile"}`,
      group: "account",
      label: t(key),
      also: t("desk:nav.account"),
      href: part ? paths.desk.accountPart(part) : paths.desk.account(),
    })),
    ...(administrator ? administration(t) : []),
  ];
}

const administration = (t: Translate): Command[] => [
  ...ADMIN_AREAS.map((area): Command => ({
    id: `admin-${area}`,
    group: "admin",
    label: t(`desk:admin.${area}`),
    also: `${t("desk:nav.admin")} ${t(`desk:admin.${area}Lead`)}`,
    href: paths.desk.admin(area),
  })),
  { id: "admin", group: "admin", label: t("desk:nav.admin"), href: paths.desk.admin() },
];
