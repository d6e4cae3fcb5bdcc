import { isStaff } from "~/domain/identity/session-person";
import type { Role } from "~/platform/ctx.server";

/** What a customer hears about by mail. */
export const CUSTOMER_KINDS = ["receipt", "reply", "solved"] as const;
/** What an agent hears about by mail and by an unread mark. */
export const AGENT_KINDS = ["assigned", "mentioned", "customer_replied", "escalated", "mail_held", "contract"] as const;

export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
export type AgentKind = (typeof AGENT_KINDS)[number];
export type PreferenceKind = CustomerKind | AgentKind;

/** What a person of this role hears about, in the order of its switches; contracts are the administrators' business. */
export function kindsOf(role: Role): readonly PreferenceKind[] {
  if (!isStaff(role)) return CUSTOMER_KINDS;
  return role === "administrator" ? AGENT_KINDS : AGENT_KINDS.filter((kind) => kind !== "contract");
}
