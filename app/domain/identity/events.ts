import type { Role } from "~/platform/ctx.server";

/** How somebody proved who they are. */
export type SignInWay = "password" | "link" | "invitation" | "password_reset";

declare module "~/platform/events.server" {
  interface EventData {
    "person.created": { role: Role };
    "person.signed_up": Record<string, never>;
    "person.signed_in": { way: SignInWay };
    "person.signed_out": Record<string, never>;
    /** The subject is absent for an address that nobody has. */
    "person.sign_in_failed": { reason: "password" | "deactivated" | "limit" };
    "person.invited": { role: Role; tokenId: string };
    "person.invitation_withdrawn": { tokenId: string };
    "person.joined": { role: Role };
    "person.role_changed": { from: Role; to: Role };
    "person.queues_changed": { added: string[]; removed: string[] };
    "person.deactivated": Record<string, never>;
    "person.activated": Record<string, never>;
    "person.profile_changed": { fields: string[] };
    "person.password_set": { way: "account" | "password_reset" | "invitation" | "sign_up" | "command_line" };
    "person.password_removed": Record<string, never>;
    "person.address_added": { addressId: string };
    "person.address_verified": { addressId: string };
    "person.address_removed": { addressId: string };
    "person.primary_address_changed": { addressId: string };
    "person.session_revoked": { others: boolean; count: number };
    "person.token_created": { tokenId: string };
    "person.token_revoked": { tokenId: string };
    "person.link_sent": { purpose: string };
    "team.created": { teamId: string; added: string[] };
    "team.changed": { teamId: string; fields: string[]; added: string[]; removed: string[] };
    "team.archived": { teamId: string };
    "team.restored": { teamId: string };
  }
}
