import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { LinkMail, linkText, type LinkMailWords } from "./parts/link-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"invitation">;

const words = (props: Props, { t }: MailFacts): LinkMailWords => ({
  title: t("mail:invitation.title", { company: props.company }),
  text: t("mail:invitation.text", { inviter: props.inviter, company: props.company }),
  button: t("mail:invitation.button"),
  url: props.url,
  note: t("mail:invitation.note"),
});

/** A colleague is invited to the desk. */
export default function Invitation({ facts, ...props }: WithFacts<Props>) {
  return <LinkMail facts={facts} words={words(props, facts)} />;
}

export const subject = (props: Props, facts: MailFacts): string => words(props, facts).title;

export const text = (props: Props, facts: MailFacts): string => linkText({ facts, words: words(props, facts) });

Invitation.PreviewProps = {
  url: "https://help.northwind.example/link/sample",
  inviter: "Ada Novak",
  company: "Northwind",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
