/** What may be said about the answer to a customer's first words. */
export type AnswerFacts = {
  /** A mailroom rule's word: a text's id or "none". */
  ruled: string | null;
  /** Of our address that the mail came to. */
  address: { answer: string; textId: string | null } | null;
  /** The queue's switch for receipts. */
  receipt: boolean;
  /** The closed ticket that this one continues. */
  previous: number | null;
  /** The queue's team, else the company, is closed. */
  closed: boolean;
};

export type Answer = { own: string } | { key: "receipt" | "out_of_hours" | "follow_up" };

/**
 * The texts to answer with, the best first: a later one stands in for an own text that is gone. A rule's word comes
 * before the address's, that before the queue's switch; who wrote to a closed ticket is told where it went unless a rule
 * says none; out of hours takes the place of the receipt, not of an own text.
 */
export function chooseAnswer({ ruled, address, receipt, previous, closed }: AnswerFacts): Answer[] {
  if (ruled === "none") return [];
  const answers: Answer[] = ruled ? [{ own: ruled }] : [];
  if (previous !== null) return [...answers, { key: "follow_up" }];
  if (address?.answer === "none") return answers;
  if (address?.answer === "template" && address.textId) answers.push({ own: address.textId });
  if (receipt) answers.push({ key: closed ? "out_of_hours" : "receipt" });
  return answers;
}
