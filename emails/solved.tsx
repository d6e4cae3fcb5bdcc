import type { MailProps } from "./props";
import { automaticWords } from "./parts/automatic-words";
import type { MailFacts, WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { firstWords, HeadedText, withoutMarks } from "./parts/headed-text";
import { sampleFacts } from "./parts/sample-facts";
import { textBlocks } from "./parts/text-part";
import { MainButton, Quiet } from "./parts/words";

type Props = MailProps<"solved">;

/** To the requester when an agent solves the ticket without an answer. */
export default function Solved({ facts, ...props }: WithFacts<Props>) {
  const { t, company } = facts;
  const { text } = automaticWords("solved", props, facts);
  return (
    <Frame
      facts={facts}
      preview={firstWords(text)}
      footer={
        <Quiet facts={facts}>
          {t("mail:ticket.number", { number: props.number })} · {t("mail:automatic", { company: company.name })}
        </Quiet>
      }
    >
      <HeadedText facts={facts} text={text} />
      <MainButton facts={facts} href={props.url}>
        {t("mail:ticket.open")}
      </MainButton>
    </Frame>
  );
}

export const subject = (props: Props, facts: MailFacts): string => automaticWords("solved", props, facts).subject;

export function text(props: Props, facts: MailFacts): string {
  const { t, company } = facts;
  return textBlocks(
    withoutMarks(automaticWords("solved", props, facts).text),
    `${t("mail:ticket.number", { number: props.number })}\n${props.url}`,
    t("mail:automatic", { company: company.name }),
  );
}

Solved.PreviewProps = {
  number: 10482,
  subject: "Damaged pump",
  url: "https://help.northwind.example/tickets/10482",
  words: null,
  customer: "Giulia Marchetti",
  queue: "Repairs",
  agent: "Sara Bianchi",
  previous: null,
  opening: null,
  replyBy: null,
  zone: null,
  facts: sampleFacts,
} satisfies WithFacts<Props>;
