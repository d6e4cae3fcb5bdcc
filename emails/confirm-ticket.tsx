import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { LinkMail, linkText, type LinkMailWords } from "./parts/link-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"confirm-ticket">;

const words = (props: Props, { t, company }: MailFacts): LinkMailWords => ({
  title: t("mail:confirm.title", { company: company.name }),
  text: t("mail:confirm.text", { count: props.hours, subject: props.subject }),
  button: t("mail:confirm.button"),
  url: props.url,
  note: t("mail:confirm.ignore"),
});

/** A form without sign-in waits for this address to be confirmed. */
export default function ConfirmTicket({ facts, ...props }: WithFacts<Props>) {
  return <LinkMail facts={facts} words={words(props, facts)} />;
}

export const subject = (props: Props, facts: MailFacts): string => words(props, facts).title;

export const text = (props: Props, facts: MailFacts): string => linkText({ facts, words: words(props, facts) });

ConfirmTicket.PreviewProps = {
  url: "https://help.northwind.example/link/sample",
  subject: "Damaged pump",
  hours: 24,
  facts: sampleFacts,
} satisfies WithFacts<Props>;
