import type { MailFacts } from "./facts";
import { Frame } from "./frame";
import { textBlocks } from "./text-part";
import { MainButton, Paragraph, Quiet, QuietLink, Title } from "./words";

export type LinkMailWords = { title: string; text: string; button: string; url: string; note: string };

/** A mail whose point is one link: what it does, a button, the bare address, what to do when nobody asked for it. */
export function LinkMail({ facts, words }: { facts: MailFacts; words: LinkMailWords }) {
  const footer = <Quiet facts={facts}>{facts.t("mail:automatic", { company: facts.company.name })}</Quiet>;
  return (
    <Frame facts={facts} preview={words.text} footer={footer}>
      <Title facts={facts}>{words.title}</Title>
      <Paragraph facts={facts}>{words.text}</Paragraph>
      <MainButton facts={facts} href={words.url}>
        {words.button}
      </MainButton>
      <div style={{ height: "18px" }} />
      <Quiet facts={facts}>
        {facts.t("mail:link.fallback")}{" "}
        <QuietLink facts={facts} href={words.url}>
          {words.url}
        </QuietLink>
      </Quiet>
      <Quiet facts={facts}>{words.note}</Quiet>
    </Frame>
  );
}

/** The same in plain text. */
export const linkText = ({ facts, words }: { facts: MailFacts; words: LinkMailWords }): string =>
  textBlocks(
    words.title,
    words.text,
    words.url,
    words.note,
    facts.t("mail:automatic", { company: facts.company.name }),
  );
