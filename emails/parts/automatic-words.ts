import { formatInstant } from "~/i18n/format";
import { fillLines, fillWords } from "~/lib/fill-words";
import type { MailProps } from "../props";
import { type MailFacts, ticketSubject } from "./facts";

type Props = MailProps<"solved">;

/** The words of an automatic mail with everything in its place. Whatever they say, the subject carries the number. */
export function automaticWords(kind: string, props: Props, facts: MailFacts): { subject: string; text: string } {
  const values = valuesOf(props, facts);
  const { subject, text } = props.words ?? { subject: "", text: facts.t(`mail:texts.${kind}`) };
  const said = fillWords(subject, values).trim() || props.subject;
  const prefix = kind === "solved" || kind === "reopened" ? "Re: " : "";
  return { subject: ticketSubject({ ...props, subject: said }, prefix), text: fillLines(text, values) };
}

function valuesOf(props: Props, { company, locale }: MailFacts): Record<string, string> {
  const { zone, customer, previous } = props;
  const timeZone = zone ?? company.timeZone;
  const at = (instant: string | null) =>
    instant === null
      ? ""
      : formatInstant(new Date(instant), timeZone === company.timeZone ? "spoken" : "spokenZone", locale, timeZone);
  return {
    "ticket.number": String(props.number),
    "ticket.subject": props.subject,
    "ticket.url": props.url,
    "customer.name": customer,
    "customer.firstName": /^[^\s@]+(?=\s|$)/.exec(customer.trim())?.[0] ?? customer,
    "queue.name": props.queue,
    "agent.name": props.agent,
    "company.name": company.name,
    "company.phone": company.phone ?? "",
    "company.email": company.email ?? "",
    "company.hours": company.hours ?? "",
    "previous.number": previous === null ? "" : String(previous),
    opening: at(props.opening),
    replyBy: at(props.replyBy),
  };
}
