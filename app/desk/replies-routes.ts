import { index, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

/** Saved replies, the file of a contact, and the addresses that get no mail. Children of the desk's frame. */
export const deskRepliesRoutes: RouteConfigEntry[] = [
  ...prefix("saved-replies", [
    index("desk/saved-replies/list.tsx"),
    route("new", "desk/saved-replies/new.tsx"),
    route(":savedReplyId", "desk/saved-replies/edit.tsx"),
    route(":savedReplyId/archive", "desk/saved-replies/acts/archive.ts"),
  ]),
  route("contacts/:personId", "desk/contacts/show.tsx"),
  route("account/filing-address", "desk/account/acts/filing-address.ts"),
  route("admin/mail/suppressions", "desk/admin/mail/suppressions.tsx"),
  route("admin/mail/suppressions/removal", "desk/admin/mail/acts/lift-suppression.ts"),
];
