import type { Role } from "~/platform/ctx.server";

/** The signed-in person as every request knows them. */
export type SessionPerson = {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: string | null;
  timeZone: string | null;
  theme: string | null;
  shortcuts: boolean;
  organizationId: string | null;
  /** Set when the organization's tickets are shared with this person. */
  sharedOrganizationId: string | null;
  /** Queues worked in; all of them for an administrator. */
  queueIds: string[];
};

/** Works at the desk, in whatever role. */
export const isStaff = (role: Role): boolean => role !== "customer";
