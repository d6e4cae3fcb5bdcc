import { Fragment, type ReactNode } from "react";
import type { MailFacts } from "./facts";
import { Paragraph, QuietLink } from "./words";

const LINK = /https?:\/\/[^\s<>"]{2,2000}[^\s<>".,;:!?)\]]/g;

/** Words typed as plain text: blank lines make paragraphs, line ends stay, addresses become links. */
export function PlainText({ facts, text }: { facts: MailFacts; text: string }) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph, i) => (
      <Paragraph key={i} facts={facts}>
        <Lines facts={facts} text={paragraph} />
      </Paragraph>
    ));
}

export function Lines({ facts, text }: { facts: MailFacts; text: string }) {
  return text.split("\n").map((line, i) => (
    <Fragment key={i}>
      {i > 0 && <br />}
      {linked(facts, line)}
    </Fragment>
  ));
}

function linked(facts: MailFacts, line: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of line.matchAll(LINK)) {
    parts.push(line.slice(end, match.index));
    parts.push(
      <QuietLink key={match.index} facts={facts} href={match[0]}>
        {match[0]}
      </QuietLink>,
    );
    end = match.index + match[0].length;
  }
  parts.push(line.slice(end));
  return parts;
}
