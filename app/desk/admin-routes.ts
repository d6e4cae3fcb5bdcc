import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

const admin = "desk/admin";

/** What administrators set up. Children of the desk's frame. */
export const deskAdminRoutes: RouteConfigEntry[] = prefix("admin", [
  index(`${admin}/show.tsx`),
  ...prefix("queues", [
    index(`${admin}/queues/list.tsx`),
    route("new", `${admin}/queues/new.tsx`),
    route(":queueId", `${admin}/queues/layout.tsx`, [
      index(`${admin}/queues/show.tsx`),
      route("addresses", `${admin}/queues/addresses.tsx`),
      route("members", `${admin}/queues/members.tsx`),
    ]),
    route(":queueId/archive", `${admin}/queues/acts/archive.ts`),
    route(":queueId/position", `${admin}/queues/acts/position.ts`),
    route(":queueId/addresses/primary", `${admin}/queues/acts/primary-address.ts`),
    route(":queueId/addresses/removal", `${admin}/queues/acts/remove-address.ts`),
  ]),
  ...prefix("rules", [
    index(`${admin}/rules/list.tsx`),
    route("new", `${admin}/rules/new.tsx`),
    route("order", `${admin}/rules/acts/order.ts`),
    route("versions", `${admin}/rules/versions.tsx`),
    route("versions/:version", `${admin}/rules/version.tsx`),
    route(":ruleId", `${admin}/rules/edit.tsx`),
    route(":ruleId/removal", `${admin}/rules/acts/remove.ts`),
  ]),
  ...prefix("types", [
    index(`${admin}/request-types/list.tsx`),
    route("new", `${admin}/request-types/new.tsx`),
    route(":typeId", `${admin}/request-types/edit.tsx`),
    route(":typeId/archive", `${admin}/request-types/acts/archive.ts`),
    route(":typeId/position", `${admin}/request-types/acts/position.ts`),
  ]),
  ...prefix("statuses", [
    index(`${admin}/statuses/list.tsx`),
    route("new", `${admin}/statuses/new.tsx`),
    route("moves", `${admin}/statuses/moves.tsx`),
    route(":statusId", `${admin}/statuses/edit.tsx`),
    route(":statusId/archive", `${admin}/statuses/acts/archive.ts`),
    route(":statusId/words", `${admin}/statuses/acts/own-words.ts`),
  ]),
  ...prefix("calendars", [
    index(`${admin}/calendars/list.tsx`),
    route("new", `${admin}/calendars/new.tsx`),
    route(":calendarId", `${admin}/calendars/edit.tsx`),
    route(":calendarId/versions/:version", `${admin}/calendars/version.tsx`),
    route(":calendarId/archive", `${admin}/calendars/acts/archive.ts`),
    route(":calendarId/default", `${admin}/calendars/acts/default.ts`),
  ]),
  ...prefix("sla", [
    index(`${admin}/sla/list.tsx`),
    route("new", `${admin}/sla/new.tsx`),
    route(":policyId", `${admin}/sla/edit.tsx`),
    route(":policyId/history", `${admin}/sla/history.tsx`),
    route(":policyId/archive", `${admin}/sla/acts/archive.ts`),
    route(":policyId/position", `${admin}/sla/acts/position.ts`),
  ]),
  ...prefix("agents", [
    index(`${admin}/agents/list.tsx`),
    route("places", `${admin}/agents/places.tsx`),
    route(":personId", `${admin}/agents/show.tsx`),
  ]),
  ...prefix("skills", [
    index(`${admin}/skills/list.tsx`),
    route(":skillId", `${admin}/skills/edit.tsx`),
    route(":skillId/archive", `${admin}/skills/acts/archive.ts`),
  ]),
  ...prefix("teams", [
    index(`${admin}/teams/list.tsx`),
    route("new", `${admin}/teams/new.tsx`),
    route(":teamId", `${admin}/teams/edit.tsx`),
    route(":teamId/archive", `${admin}/teams/acts/archive.ts`),
  ]),
  ...prefix("organizations", [
    index(`${admin}/organizations/list.tsx`),
    route("new", `${admin}/organizations/new.tsx`),
    route(":organizationId", `${admin}/organizations/edit.tsx`),
    route(":organizationId/assets/:assetId", `${admin}/organizations/asset.tsx`),
    route(":organizationId/assets/:assetId/archive", `${admin}/organizations/acts/archive-asset.ts`),
  ]),
  ...prefix("contracts", [
    index(`${admin}/contracts/list.tsx`),
    route("new", `${admin}/contracts/new.tsx`),
    route(":contractId", `${admin}/contracts/edit.tsx`),
    route(":contractId/archive", `${admin}/contracts/acts/archive.ts`),
  ]),
  route("mail/dkim", `${admin}/mail/dkim.tsx`),
  route("mail/dkim/key", `${admin}/mail/acts/create-dkim-key.ts`),
  route("mail/dkim/check", `${admin}/mail/acts/check-dkim-key.ts`),
  route("mail/dkim/removal", `${admin}/mail/acts/remove-dkim-key.ts`),
  ...prefix("settings", [index(`${admin}/settings/company.tsx`), route("tickets", `${admin}/settings/tickets.tsx`)]),
  ...prefix("mail/mailboxes", [
    index(`${admin}/mail/mailboxes/list.tsx`),
    route("new", `${admin}/mail/mailboxes/new.tsx`),
    route(":mailboxId", `${admin}/mail/mailboxes/edit.tsx`),
    route(":mailboxId/enabled", `${admin}/mail/mailboxes/acts/enabled.ts`),
    route(":mailboxId/removal", `${admin}/mail/mailboxes/acts/removal.ts`),
  ]),
  route("audit", `${admin}/audit/list.tsx`),
]);
