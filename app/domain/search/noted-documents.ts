import { isId } from "~/lib/id";

const NOTED = /^(?:article|faq|news|ticket):/;

/** What of a search leads to an answer, as kind:id; who was looked up is nobody's business. */
export const isNoted = (document: string): boolean => NOTED.test(document) && isId(document.replace(NOTED, ""));
