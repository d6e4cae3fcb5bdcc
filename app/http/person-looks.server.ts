import { isbot } from "isbot";

/** Whether a person looks at the page that is asked for: not a machine, and not a browser that fetches it ahead. */
export const personLooks = (purpose: string | null | undefined, userAgent: string | null | undefined): boolean =>
  !/prefetch/.test(purpose ?? "") && !isbot(userAgent);
