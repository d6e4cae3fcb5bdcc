import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { LinkMail, linkText, type LinkMailWords } from "./parts/link-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"already-registered">;

const words = (props: Props, { t, company }: MailFacts): LinkMailWords => ({
  title: t("mail:registered.title", { company: company.name }),
  text: t("mail:registered.text", { company: company.name }),
  button: t("mail:registered.button"),
  url: props.url,
  note: t("mail:link.ignore"),
});

/** Somebody signed up with an address that has an account: only its owner learns so. */
export default function AlreadyRegistered({ facts, ...props }: WithFacts<Props>) {
  return <LinkMail facts={facts} words={words(props, facts)} />;
}

export const subject = (props: Props, facts: MailFacts): string => words(props, facts).title;

export const text = (props: Props, facts: MailFacts): string => linkText({ facts, words: words(props, facts) });

AlreadyRegistered.PreviewProps = {
  url: "https://help.northwind.example/link/sample",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
