import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { LinkMail, linkText, type LinkMailWords } from "./parts/link-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"password-reset">;

const words = (props: Props, { t, company }: MailFacts): LinkMailWords => ({
  title: t("mail:reset.title", { company: company.name }),
  text: t("mail:reset.text", { count: props.minutes }),
  button: t("mail:reset.button"),
  url: props.url,
  note: t("mail:reset.ignore"),
});

/** Choosing a new password. */
export default function PasswordReset({ facts, ...props }: WithFacts<Props>) {
  return <LinkMail facts={facts} words={words(props, facts)} />;
}

export const subject = (props: Props, facts: MailFacts): string => words(props, facts).title;

export const text = (props: Props, facts: MailFacts): string => linkText({ facts, words: words(props, facts) });

PasswordReset.PreviewProps = {
  url: "https://help.northwind.example/link/sample",
  minutes: 30,
  facts: sampleFacts,
} satisfies WithFacts<Props>;
