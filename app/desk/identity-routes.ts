import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

const people = "desk/admin/people";

/** The agent's own account, and the people an administrator manages. Children of the desk's frame. */
export const deskIdentityRoutes: RouteConfigEntry[] = [
  route("account", "desk/account/layout.tsx", [
    index("desk/account/profile.tsx"),
    route("duty", "desk/account/duty.tsx"),
    route("addresses", "desk/account/addresses.tsx"),
    route("security", "desk/account/security.tsx"),
    route("password-removal", "desk/account/password-removal.tsx"),
    route("notifications", "desk/account/notifications.tsx"),
    route("tokens", "desk/account/tokens.tsx"),
  ]),
  ...prefix("admin/people", [
    index(`${people}/list.tsx`),
    route("invite", `${people}/invite.tsx`),
    route("invitations/:invitationId/resend", `${people}/acts/resend-invitation.ts`),
    route("invitations/:invitationId/withdrawal", `${people}/acts/withdraw-invitation.ts`),
    route(":personId", `${people}/edit.tsx`),
    route(":personId/deactivation", `${people}/acts/deactivate.ts`),
    route(":personId/activation", `${people}/acts/activate.ts`),
  ]),
];
