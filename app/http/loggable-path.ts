/** A request's path for the log: one-time links and the like are secrets, and long names are nobody's business there. */
export const loggablePath = ({ url }: { url: string }): string => new URL(url).pathname.replace(/[^/]{40,}/g, "…");
