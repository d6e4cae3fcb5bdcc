/** What a customer hears about by mail. */
export const CUSTOMER_KINDS = ["receipt", "reply", "solved"] as const;
/** What an agent hears about by mail and by an unread mark. */
export const AGENT_KINDS = ["assigned", "mentioned", "customer_replied"] as const;

export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
export type AgentKind = (typeof AGENT_KINDS)[number];
export type PreferenceKind = CustomerKind | AgentKind;
