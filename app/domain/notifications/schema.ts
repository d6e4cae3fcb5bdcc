import { z } from "zod";

/** What an agent may be told of. */
export const AGENT_KINDS = ["assigned", "mentioned", "customer_replied"] as const;
/** Mails a customer may switch off. Answers always go out. */
export const CUSTOMER_KINDS = ["receipt", "solved"] as const;

export type AgentKind = (typeof AGENT_KINDS)[number];
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** The switches of a form: `mail.assigned=1`; what is absent is off. */
const toggle = z.preprocess((value) => value === "1" || value === "on" || value === true, z.boolean());

export const agentPreferencesForm = z.object({
  "screen.assigned": toggle,
  "screen.mentioned": toggle,
  "screen.customer_replied": toggle,
  "mail.assigned": toggle,
  "mail.mentioned": toggle,
  "mail.customer_replied": toggle,
});
export const customerPreferencesForm = z.object({ "mail.receipt": toggle, "mail.solved": toggle });

export type Switches = { kind: AgentKind | CustomerKind; screen: boolean; mail: boolean };
