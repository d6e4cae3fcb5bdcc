import type { MailProps } from "./props";
import { automaticWords } from "./parts/automatic-words";
import type { MailFacts, WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { firstWords, HeadedText, withoutMarks } from "./parts/headed-text";
import { PlainText } from "./parts/plain-text";
import { sampleFacts } from "./parts/sample-facts";
import { quoted, textBlocks } from "./parts/text-part";
import { MainButton, Quiet } from "./parts/words";

type Props = MailProps<"receipt">;

/** To the requester, in the product's words or an administrator's: it has arrived, under this number. */
export default function Receipt({ facts, ...props }: WithFacts<Props>) {
  const { t, company } = facts;
  const { text } = automaticWords(props.kind, props, facts);
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
      <div className="gmail_quote" style={{ marginTop: "20px" }}>
        <div className="gmail_attr">
          <Quiet facts={facts}>{t("mail:receipt.written")}</Quiet>
        </div>
        <blockquote className="gmail_quote" style={{ margin: 0, paddingLeft: "12px" }}>
          <PlainText facts={facts} text={props.text} />
        </blockquote>
      </div>
    </Frame>
  );
}

export const subject = (props: Props, facts: MailFacts): string => automaticWords(props.kind, props, facts).subject;

export function text(props: Props, facts: MailFacts): string {
  const { t, company } = facts;
  return textBlocks(
    withoutMarks(automaticWords(props.kind, props, facts).text),
    `${t("mail:ticket.number", { number: props.number })}\n${props.url}`,
    t("mail:automatic", { company: company.name }),
    `${t("mail:receipt.written")}\n${quoted(props.text)}`,
  );
}

Receipt.PreviewProps = {
  kind: "out_of_hours",
  number: 10482,
  subject: "Damaged pump",
  text: "Good morning,\n\nthe pump arrived with a dent on the left side.",
  url: "https://help.northwind.example/tickets/10482",
  words: null,
  customer: "Giulia Marchetti",
  queue: "Repairs",
  agent: "",
  previous: null,
  opening: "2026-11-23T07:00:00.000Z",
  replyBy: "2026-11-23T11:00:00.000Z",
  zone: null,
  facts: sampleFacts,
} satisfies WithFacts<Props>;
