import { index, layout, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

const acts = "portal/account/acts";

/** Doors and the customer's account. The acts serve agents as well. */
export const portalIdentityRoutes: RouteConfigEntry[] = [
  route("sign-in", "portal/sign-in/show.tsx"),
  route("sign-in/link", "portal/sign-in/link.tsx"),
  route("sign-out", "portal/sign-in/sign-out.ts"),
  route("sign-up", "portal/sign-up/show.tsx"),
  route("forgot-password", "portal/password/forgot.tsx"),
  route("link/:token", "portal/link/show.tsx"),
  route("invitation/:token", "portal/invitation/show.tsx"),
  route("language", "portal/language/change.ts"),
  ...prefix("account", [
    layout("portal/account/layout.tsx", [
      index("portal/account/profile.tsx"),
      route("addresses", "portal/account/addresses.tsx"),
      route("security", "portal/account/security.tsx"),
      route("password-removal", "portal/account/password-removal.tsx"),
      route("notifications", "portal/account/notifications.tsx"),
    ]),
    route("addresses/:addressId/primary", `${acts}/primary-address.ts`),
    route("addresses/:addressId/removal", `${acts}/address-removal.ts`),
    route("sessions/others/end", `${acts}/end-other-sessions.ts`),
    route("sessions/:sessionId/end", `${acts}/end-session.ts`),
    route("tokens/:tokenId/end", `${acts}/end-token.ts`),
  ]),
];
