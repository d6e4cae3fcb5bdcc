import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { LinkMail, linkText, type LinkMailWords } from "./parts/link-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"verify-address">;

const words = (props: Props, { t, company }: MailFacts): LinkMailWords => ({
  title: t("mail:verify.title", { company: company.name }),
  text: t("mail:verify.text", { count: props.hours }),
  button: t("mail:verify.button"),
  url: props.url,
  note: t("mail:link.ignore"),
});

/** Proves that an address is its owner's. */
export default function VerifyAddress({ facts, ...props }: WithFacts<Props>) {
  return <LinkMail facts={facts} words={words(props, facts)} />;
}

export const subject = (props: Props, facts: MailFacts): string => words(props, facts).title;

export const text = (props: Props, facts: MailFacts): string => linkText({ facts, words: words(props, facts) });

VerifyAddress.PreviewProps = {
  url: "https://help.northwind.example/link/sample",
  hours: 24,
  facts: sampleFacts,
} satisfies WithFacts<Props>;
