import type { MailProps } from "./props";
import { type MailFacts, ticketSubject, type WithFacts } from "./parts/facts";
import { MessageMail, messageText } from "./parts/message-mail";
import { Quiet } from "./parts/words";
import Reply from "./reply";

type Props = MailProps<"participant-message">;

const why = ({ number }: Props, { t }: MailFacts): string => t("mail:participant.why", { number });
const intro = ({ author, side }: Props, { t, company }: MailFacts): string =>
  side === "agent"
    ? t("mail:participant.agent", { author, company: company.name })
    : t("mail:participant.customer", { author });

/** A message of the ticket for those who take part in it beside its addressee. */
export default function ParticipantMessage({ facts, ...message }: WithFacts<Props>) {
  const who = <Quiet facts={facts}>{intro(message, facts)}</Quiet>;
  return <MessageMail facts={facts} message={message} intro={who} why={why(message, facts)} />;
}

export const subject = (props: Props): string => ticketSubject(props, "Re: ");

export const text = (props: Props, facts: MailFacts): string =>
  messageText({ facts, message: props, intro: intro(props, facts), why: why(props, facts) });

ParticipantMessage.PreviewProps = { ...Reply.PreviewProps, side: "agent" as const } satisfies WithFacts<Props>;
