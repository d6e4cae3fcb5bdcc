import type { AgentPresence } from "./presence";

declare module "~/platform/events.server" {
  interface EventData {
    "queue.created": { queueId: string };
    "queue.changed": { queueId: string; fields: string[] };
    "queue.archived": { queueId: string };
    "queue.restored": { queueId: string };
    "queue.addresses_changed": { queueId: string; address: string; act: "added" | "removed" | "primary" | "changed" };
    "queue.members_changed": { queueId: string; added: string[]; removed: string[] };
    "rules.saved": { version: number };
    "request_type.created": { typeId: string };
    "request_type.changed": { typeId: string };
    "request_type.archived": { typeId: string };
    "request_type.restored": { typeId: string };
    /** `auto`: the last tab closed, or somebody came back. */
    "agent.presence_changed": { from: AgentPresence; to: AgentPresence; auto: boolean };
    "agent.profile_changed": { fields: string[] };
    /** The private filing address is another one; the old one takes no more mail. */
    "agent.filing_key_renewed": Record<string, never>;
    "agent.absence_added": { absenceId: string; standInId: string | null };
    "agent.absence_changed": { absenceId: string; standInId: string | null };
    "agent.absence_removed": { absenceId: string };
    "skill.created": { skillId: string };
    "skill.renamed": { skillId: string };
    "skill.archived": { skillId: string };
    "skill.restored": { skillId: string };
    "priority_weights.changed": { urgent: number; high: number; normal: number; low: number };
  }
}
