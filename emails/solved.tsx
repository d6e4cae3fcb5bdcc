import type { MailProps } from "./props";
import { type MailFacts, ticketSubject, type WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { sampleFacts } from "./parts/sample-facts";
import { textBlocks } from "./parts/text-part";
import { MainButton, Paragraph, Quiet, Title } from "./parts/words";

type Props = MailProps<"solved">;

/** To the requester when an agent solves the ticket without an answer. */
export default function Solved({ number, subject, url, facts }: WithFacts<Props>) {
  const { t, company } = facts;
  return (
    <Frame
      facts={facts}
      preview={t("mail:solved.text")}
      footer={<Quiet facts={facts}>{t("mail:automatic", { company: company.name })}</Quiet>}
    >
      <Title facts={facts}>{t("mail:solved.title", { number })}</Title>
      <Paragraph facts={facts}>{subject}</Paragraph>
      <Paragraph facts={facts}>{t("mail:solved.text")}</Paragraph>
      <MainButton facts={facts} href={url}>
        {t("mail:ticket.open")}
      </MainButton>
    </Frame>
  );
}

export const subject = (props: Props): string => ticketSubject(props, "Re: ");

export const text = (props: Props, { t, company }: MailFacts): string =>
  textBlocks(
    t("mail:solved.title", { number: props.number }),
    props.subject,
    t("mail:solved.text"),
    props.url,
    t("mail:automatic", { company: company.name }),
  );

Solved.PreviewProps = {
  number: 10482,
  subject: "Damaged pump",
  url: "https://help.northwind.example/tickets/10482",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
