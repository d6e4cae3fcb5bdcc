/** What an organization's contacts see: tickets they take part in, or all of the organization's. */
export const SHARINGS = ["own", "organization"] as const;
