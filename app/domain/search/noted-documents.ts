/** What of a search leads to an answer, as kind:id; who was looked up is nobody's business. */
const NOTED = /^(article|faq|news|ticket):[0-9a-f-]{36}$/;

export const isNoted = (document: string): boolean => NOTED.test(document);
