import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { LinkMail, linkText, type LinkMailWords } from "./parts/link-mail";
import { sampleFacts } from "./parts/sample-facts";

type Props = MailProps<"mail-test">;

const words = (props: Props, { t, company }: MailFacts): LinkMailWords => ({
  title: t("mail:test.title", { company: company.name }),
  text: t("mail:test.text", { company: company.name }),
  button: t("mail:test.button"),
  url: props.url,
  note: t("mail:test.note"),
});

/** An administrator tries whether mail leaves the house. */
export default function MailTest({ facts, ...props }: WithFacts<Props>) {
  return <LinkMail facts={facts} words={words(props, facts)} />;
}

export const subject = (props: Props, facts: MailFacts): string => words(props, facts).title;

export const text = (props: Props, facts: MailFacts): string => linkText({ facts, words: words(props, facts) });

MailTest.PreviewProps = {
  url: "https://help.northwind.example/desk/admin/mail",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
