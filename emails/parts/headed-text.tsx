import type { MailFacts } from "./facts";
import { PlainText } from "./plain-text";
import { Title } from "./words";

const HEADING = /^#[ \t]+(.+)$/;

/** Words typed as plain text, in which a paragraph's first line that begins with "# " is a heading. */
export function HeadedText({ facts, text }: { facts: MailFacts; text: string }) {
  return paragraphs(text).map(({ heading, rest }, i) => (
    <div key={i}>
      {heading && <Title facts={facts}>{heading}</Title>}
      {rest && <PlainText facts={facts} text={rest} />}
    </div>
  ));
}

/** The same in plain text. */
export const withoutMarks = (text: string): string =>
  paragraphs(text)
    .map(({ heading, rest }) => [heading, rest].filter(Boolean).join("\n"))
    .join("\n\n");

/** The first words that are no heading, for the line that mail programs show beside the subject. */
export const firstWords = (text: string): string =>
  (paragraphs(text).find(({ rest }) => rest)?.rest ?? withoutMarks(text)).replace(/\s+/g, " ").trim().slice(0, 120);

function paragraphs(text: string): { heading: string; rest: string }[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const [first = "", ...lines] = paragraph.split("\n");
      const heading = HEADING.exec(first)?.[1]?.trim() ?? "";
      return { heading, rest: heading ? lines.join("\n") : paragraph };
    });
}
