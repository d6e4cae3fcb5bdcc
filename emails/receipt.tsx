import type { MailProps } from "./props";
import { type MailFacts, ticketSubject, type WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { PlainText } from "./parts/plain-text";
import { sampleFacts } from "./parts/sample-facts";
import { quoted, textBlocks } from "./parts/text-part";
import { MainButton, Paragraph, Quiet, Title } from "./parts/words";

type Props = MailProps<"receipt">;

/** To the requester, in the words of the ticket's language: it has arrived, under this number. */
export default function Receipt({ number, text, url, facts }: WithFacts<Props>) {
  const { t, company } = facts;
  return (
    <Frame
      facts={facts}
      preview={t("mail:receipt.text")}
      footer={<Quiet facts={facts}>{t("mail:automatic", { company: company.name })}</Quiet>}
    >
      <Title facts={facts}>{t("mail:receipt.title", { number })}</Title>
      <Paragraph facts={facts}>{t("mail:receipt.text")}</Paragraph>
      <MainButton facts={facts} href={url}>
        {t("mail:ticket.open")}
      </MainButton>
      <div className="gmail_quote" style={{ marginTop: "20px" }}>
        <div className="gmail_attr">
          <Quiet facts={facts}>{t("mail:receipt.written")}</Quiet>
        </div>
        <blockquote className="gmail_quote" style={{ margin: 0, paddingLeft: "12px" }}>
          <PlainText facts={facts} text={text} />
        </blockquote>
      </div>
    </Frame>
  );
}

export const subject = (props: Props): string => ticketSubject(props);

export const text = (props: Props, { t, company }: MailFacts): string =>
  textBlocks(
    t("mail:receipt.title", { number: props.number }),
    t("mail:receipt.text"),
    props.url,
    t("mail:automatic", { company: company.name }),
    `${t("mail:receipt.written")}\n${quoted(props.text)}`,
  );

Receipt.PreviewProps = {
  number: 10482,
  subject: "Damaged pump",
  text: "Good morning,\n\nthe pump arrived with a dent on the left side.",
  url: "https://help.northwind.example/tickets/10482",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
