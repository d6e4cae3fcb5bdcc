/** The own text that an address answers with. */
export const textIdOf = (answer: string): string | null => (answer === "queue" || answer === "none" ? null : answer);

/** The columns that hold the choice. */
export const answerColumns = (answer: string) => {
  const templateId = textIdOf(answer);
  return { answer: templateId ? "template" : answer, templateId };
};
