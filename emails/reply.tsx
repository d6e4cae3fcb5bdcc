import type { MailProps } from "./props";
import { type MailFacts, ticketSubject, type WithFacts } from "./parts/facts";
import { MessageMail, messageText } from "./parts/message-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"reply">;

/** An agent's answer to the requester. */
export default function Reply({ facts, ...message }: WithFacts<Props>) {
  return <MessageMail facts={facts} message={message} why={null} />;
}

export const subject = (props: Props): string => ticketSubject(props, "Re: ");

export const text = (props: Props, facts: MailFacts): string => messageText({ facts, message: props, why: null });

Reply.PreviewProps = {
  number: 10482,
  subject: "Damaged pump",
  author: "Sara Bianchi",
  text: "Good morning Giulia,\n\na replacement leaves our stock today: https://track.example/4711.",
  html: null,
  signature: "Sara Bianchi\nNorthwind Repairs",
  url: "https://help.northwind.example/tickets/10482",
  attachments: [{ fileId: "01976f3e-0000-7000-8000-000000000001", name: "return-label.pdf", type: "application/pdf" }],
  previous: [{ author: "Giulia Marchetti", at: "2026-11-20T10:54:00.000Z", text: "The pump arrived with a dent." }],
  facts: sampleFacts,
} satisfies WithFacts<Props>;
