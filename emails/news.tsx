import type { MailProps } from "./props";
import type { MailFacts, WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { PlainText } from "./parts/plain-text";
import { sampleFacts } from "./parts/sample-facts";
import { textBlocks, whyText } from "./parts/text-part";
import { MainButton, Paragraph, Quiet, QuietLink, Title } from "./parts/words";

type Props = MailProps<"news">;

/** What the mail says first: nothing for mere news, which speak for themselves. */
const lead = ({ kind, problem }: Props, { t }: MailFacts): string =>
  kind === "published" ? (problem ? t("mail:news.problem") : "") : t(`mail:news.${kind}`);

/** To who follows a topic or a known problem. */
export default function News({ facts, ...props }: WithFacts<Props>) {
  const { t, company, unsubscribeUrl } = facts;
  const first = lead(props, facts);
  const footer = (
    <Quiet facts={facts}>
      {t("mail:news.why", { company: company.name })}{" "}
      {unsubscribeUrl && (
        <QuietLink facts={facts} href={unsubscribeUrl}>
          {t("mail:unsubscribe")}
        </QuietLink>
      )}
    </Quiet>
  );
  return (
    <Frame facts={facts} preview={props.text.slice(0, 120) || first || props.subject} footer={footer}>
      <Title facts={facts}>{props.subject}</Title>
      {first && (
        <Paragraph facts={facts}>
          <strong>{first}</strong>
        </Paragraph>
      )}
      {props.text && <PlainText facts={facts} text={props.text} />}
      <MainButton facts={facts} href={props.url}>
        {t("mail:news.open")}
      </MainButton>
    </Frame>
  );
}

export function subject(props: Props, facts: MailFacts): string {
  const { t } = facts;
  if (props.kind === "published") return props.subject;
  return `${t(`mail:news.${props.kind}`)}: ${props.subject}`;
}

export const text = (props: Props, facts: MailFacts): string =>
  textBlocks(
    props.subject,
    lead(props, facts),
    props.text,
    props.url,
    whyText(facts.t("mail:news.why", { company: facts.company.name }), facts),
  );

News.PreviewProps = {
  kind: "updated",
  problem: true,
  subject: "Deliveries to the north are late",
  text: "The road over the pass is open again. What waited at the depot leaves this afternoon.",
  url: "https://help.northwind.example/help/en/news/deliveries-to-the-north-are-late",
  followed: "news",
  followedId: "0199ff00-0000-7a01-8000-000000000001",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
