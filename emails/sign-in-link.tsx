import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { LinkMail, linkText, type LinkMailWords } from "./parts/link-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"sign-in-link">;

const words = (props: Props, { t, company }: MailFacts): LinkMailWords => ({
  title: t("mail:signIn.title", { company: company.name }),
  text: t("mail:signIn.text", { count: props.minutes }),
  button: t("mail:signIn.button"),
  url: props.url,
  note: t("mail:link.ignore"),
});

/** Signing in without a password. */
export default function SignInLink({ facts, ...props }: WithFacts<Props>) {
  return <LinkMail facts={facts} words={words(props, facts)} />;
}

export const subject = (props: Props, facts: MailFacts): string => words(props, facts).title;

export const text = (props: Props, facts: MailFacts): string => linkText({ facts, words: words(props, facts) });

SignInLink.PreviewProps = {
  url: "https://help.northwind.example/link/sample",
  minutes: 30,
  facts: sampleFacts,
} satisfies WithFacts<Props>;
