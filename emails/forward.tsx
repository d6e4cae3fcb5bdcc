import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { sampleFacts } from "./parts/sample-facts";
import { textBlocks } from "./parts/text-part";
import { Paragraph, Quiet } from "./parts/words";

type Props = MailProps<"forward">;

const said = ({ from, to, number }: Props, { t, company }: MailFacts) => ({
  what: t("mail:forward.text", { from, to: to || company.name }),
  ticket: number === null ? "" : t("mail:ticket.number", { number }),
  why: t("mail:forward.why", { company: company.name }),
});

/** A rule of the mailroom passes a mail on; the mail itself is attached as it came. */
export default function Forward({ facts, ...props }: WithFacts<Props>) {
  const { what, ticket, why } = said(props, facts);
  return (
    <Frame facts={facts} preview={what} footer={<Quiet facts={facts}>{why}</Quiet>}>
      <Paragraph facts={facts}>{what}</Paragraph>
      <Paragraph facts={facts}>
        <strong>{props.subject}</strong>
      </Paragraph>
      {ticket && <Quiet facts={facts}>{ticket}</Quiet>}
    </Frame>
  );
}

export const subject = ({ subject }: Props): string => `Fwd: ${subject.trim() || "—"}`;

export function text(props: Props, facts: MailFacts): string {
  const { what, ticket, why } = said(props, facts);
  return textBlocks(what, props.subject, ticket, why);
}

Forward.PreviewProps = {
  inboundId: "00000000-0000-7000-8000-000000000001",
  subject: "Damaged pump",
  from: "giulia@marchetti.example",
  to: "support@northwind.example",
  number: 10482,
  facts: sampleFacts,
} satisfies WithFacts<Props>;
