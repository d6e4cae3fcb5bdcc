import type { MailProps } from "./props";
import { type MailFacts, ticketSubject, type WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { PlainText } from "./parts/plain-text";
import { sampleFacts } from "./parts/sample-facts";
import { textBlocks } from "./parts/text-part";
import { MainButton, Paragraph, Quiet, QuietLink, Title } from "./parts/words";

type Props = MailProps<"agent-notice">;

/** Without an actor the product itself did it. */
const title = ({ kind, number, actor }: Props, { t }: MailFacts): string =>
  kind === "assigned" && !actor ? t("mail:notice.yours", { number }) : t(`mail:notice.${kind}`, { number, actor });

/** To an agent: assigned, mentioned, or the customer has written. */
export default function AgentNotice({ facts, ...props }: WithFacts<Props>) {
  const { t, unsubscribeUrl } = facts;
  const footer = (
    <Quiet facts={facts}>
      {t("mail:notice.why")}{" "}
      {unsubscribeUrl && (
        <QuietLink facts={facts} href={unsubscribeUrl}>
          {t("mail:unsubscribe")}
        </QuietLink>
      )}
    </Quiet>
  );
  return (
    <Frame facts={facts} preview={props.text.slice(0, 120) || props.subject} footer={footer}>
      <Title facts={facts}>{title(props, facts)}</Title>
      <Paragraph facts={facts}>
        <strong>{props.subject}</strong>
      </Paragraph>
      {props.text && <PlainText facts={facts} text={props.text} />}
      <MainButton facts={facts} href={props.url}>
        {t("mail:notice.open")}
      </MainButton>
    </Frame>
  );
}

export const subject = (props: Props): string => ticketSubject(props);

export const text = (props: Props, facts: MailFacts): string =>
  textBlocks(
    title(props, facts),
    props.subject,
    props.text,
    props.url,
    [facts.t("mail:notice.why"), facts.unsubscribeUrl].filter(Boolean).join("\n"),
  );

AgentNotice.PreviewProps = {
  kind: "mentioned",
  number: 10482,
  subject: "Damaged pump",
  actor: "Elena Rossi",
  text: "@Sara could you check the stock?",
  url: "https://help.northwind.example/desk/tickets/10482",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
