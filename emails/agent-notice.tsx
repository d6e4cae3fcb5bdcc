import { formatInstant } from "~/i18n/format";
import { formatDuration } from "~/lib/duration";
import type { MailProps } from "./props";
import { type MailFacts, ticketSubject, type WithFacts } from "./parts/facts";
import { Frame } from "./parts/frame";
import { PlainText } from "./parts/plain-text";
import { sampleFacts } from "./parts/sample-facts";
import { textBlocks, whyText } from "./parts/text-part";
import { MainButton, Paragraph, Quiet, QuietLink, Title } from "./parts/words";

type Props = MailProps<"agent-notice">;
type Escalated = Extract<Props, { kind: "escalated" }>;

const MINUTE_MS = 60_000;
const OPEN: Partial<Record<Props["kind"], string>> = {
  contract: "mail:notice.contract.open",
  mail_held: "mail:notice.mailHeld.open",
};

/** Without an actor the product itself did it. */
function title(props: Props, facts: MailFacts): string {
  const { t } = facts;
  if (props.kind === "escalated") return escalation(props, facts);
  if (props.kind === "contract")
    return t(`mail:notice.contract.${props.code}`, { name: props.subject, count: props.days ?? 0 });
  if (props.kind === "mail_held") return t("mail:notice.mailHeld", { from: props.from });
  const { kind, number, actor } = props;
  return kind === "assigned" && !actor
    ? t("mail:notice.yours", { number })
    : t(`mail:notice.${kind}`, { number, actor });
}

/** How far off the due time was when it happened, day and night: "Next reply due in 41 min", "First reply 18 min over". */
function escalation({ target, step, dueAt, at }: Escalated, { t, locale }: MailFacts): string {
  const words = { target: t(`mail:notice.target.${target}`) };
  if (!dueAt) return t("mail:notice.escalated.step", words);
  const minutes = Math.round((Date.parse(dueAt) - Date.parse(at)) / MINUTE_MS);
  if (minutes === 0) return t(`mail:notice.escalated.${step === "breach" ? "breach" : "now"}`, words);
  const time = formatDuration(Math.abs(minutes) * 60, locale);
  return t(`mail:notice.escalated.${minutes > 0 ? "due" : "over"}`, { ...words, time });
}

/** What stands below the subject. */
function body(props: Props, { t, locale, company }: MailFacts): string {
  if (props.kind === "contract") return t("mail:notice.contract.text");
  if (props.kind === "mail_held") {
    const since = formatInstant(new Date(props.heldAt), "full", locale, company.timeZone);
    const reason = t(`mail:notice.mailHeld.reason.${props.reason}`);
    return t("mail:notice.mailHeld.text", { queue: props.queue, since, reason });
  }
  if (props.kind !== "escalated") return props.text;
  if (!props.dueAt) return "";
  return t("mail:notice.escalated.at", { at: formatInstant(new Date(props.dueAt), "full", locale, company.timeZone) });
}

/** To an agent: assigned, mentioned, the customer has written, a target, a contract or a held mail needs attention. */
export default function AgentNotice({ facts, ...props }: WithFacts<Props>) {
  const { t, unsubscribeUrl } = facts;
  const text = body(props, facts);
  const footer = (
    <Quiet facts={facts}>
      {t("mail:notice.why")}{" "}
      {unsubscribeUrl && (
        <QuietLink facts={facts} href={unsubscribeUrl}>
          {t("mail:unsubscribe")}
        </QuietLink>
      )}
    </Quiet>
  );
  return (
    <Frame facts={facts} preview={text.slice(0, 120) || props.subject} footer={footer}>
      <Title facts={facts}>{title(props, facts)}</Title>
      {props.kind === "contract" ? null : (
        <Paragraph facts={facts}>
          <strong>{props.kind === "escalated" ? `#${props.number} ${props.subject}` : props.subject}</strong>
        </Paragraph>
      )}
      {text && <PlainText facts={facts} text={text} />}
      <MainButton facts={facts} href={props.url}>
        {t(OPEN[props.kind] ?? "mail:notice.open")}
      </MainButton>
    </Frame>
  );
}

export function subject(props: Props, facts: MailFacts): string {
  if (props.kind === "contract" || props.kind === "mail_held") return title(props, facts);
  return props.kind === "escalated" ? ticketSubject(props, `${title(props, facts)}: `) : ticketSubject(props);
}

export const text = (props: Props, facts: MailFacts): string =>
  textBlocks(
    title(props, facts),
    props.kind === "contract" ? "" : props.kind === "escalated" ? `#${props.number} ${props.subject}` : props.subject,
    body(props, facts),
    props.url,
    whyText(facts.t("mail:notice.why"), facts),
  );

AgentNotice.PreviewProps = {
  kind: "mentioned",
  number: 10482,
  subject: "Damaged pump",
  actor: "Elena Rossi",
  text: "@Sara could you check the stock?",
  url: "https://help.northwind.example/desk/tickets/10482",
  facts: sampleFacts,
} satisfies WithFacts<Props>;
