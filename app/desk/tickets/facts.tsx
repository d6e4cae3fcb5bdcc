import { Form } from "@remix-run/react";
import { StateChip } from "~/components/tickets/state-chip";
import { Drawer } from "~/components/ui/drawer";
import { KeyValue } from "~/components/ui/key-value";
import { priorityCode } from "~/domain/tickets/states";
import type { ClocksView } from "~/domain/sla/views";
import type { TicketTime } from "~/domain/tickets/log-time-views";
import type { DeskTicket } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { formatInstant } from "~/i18n/format";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { capped } from "../desk-nav";
import { SlaCard } from "./clocks/sla-card";
import { FittingAnswers } from "./answers/fitting-answers";
import { ContractLines } from "./contract-lines";
import { TimeLog } from "./time-log";

/** Beside the conversation: times, the ticket's fields, the customer. */
export function Facts({
  ticket,
  clocks,
  time,
  formId,
  me,
  now,
}: {
  ticket: DeskTicket;
  clocks: ClocksView;
  time: TicketTime;
  formId: string;
  me: string;
  /** ISO instant of loading */ now: string;
}) {
  const { t, locale } = useI18n();
  const { requester, requesterTickets: theirs } = ticket;
  const part = (name: string) => paths.desk.ticketPart(ticket.number, name);
  const localTime = requester.timeZone ? formatInstant(new Date(now), "time", locale, requester.timeZone) : null;
  return (
    <Drawer id="facts" end className="ctx" label={t("desk:facts.label")}>
      <SlaCard
        number={ticket.number}
        priority={ticket.priority}
        contract={time.contract?.covers ? time.contract.name : null}
        view={clocks}
        loadedAt={now}
      />
      <section>
        <div className="hd">
          <h2>{t("desk:facts.times")}</h2>
        </div>
        <KeyValue
          items={[
            { label: t("desk:facts.opened"), value: <TimeText at={ticket.createdAt} style="dateTime" />, num: true },
            {
              label: t("tickets:field.firstReply"),
              value: ticket.firstReplyAt ? (
                <TimeText at={ticket.firstReplyAt} style="dateTime" />
              ) : (
                t("desk:facts.notYet")
              ),
              num: true,
            },
            ticket.waitingSince
              ? {
                  label: t("desk:facts.waitingSince"),
                  value: <TimeText at={ticket.waitingSince} style="dateTime" />,
                  num: true,
                }
              : null,
            ticket.solvedAt
              ? { label: t("desk:facts.solved"), value: <TimeText at={ticket.solvedAt} style="dateTime" />, num: true }
              : null,
          ]}
        />
      </section>
      <section>
        <div className="hd">
          <h2>{t("desk:facts.ticket")}</h2>
          <a href={part("edit")} className="xs">
            {t("desk:head.edit")}
          </a>
        </div>
        <KeyValue
          items={[
            {
              label: t("tickets:field.assignee"),
              value: (
                <>
                  {ticket.assignee
                    ? ticket.assignee.id === me
                      ? t("desk:message.you")
                      : ticket.assignee.name
                    : t("desk:facts.nobody")}{" "}
                  <a href={part("why")} className="xs">
                    {t("routing:assign.why")}
                  </a>
                  {ticket.waitReason ? (
                    <span className="muted xs block">{t(`sla:due.wait.${ticket.waitReason}`)}</span>
                  ) : null}
                </>
              ),
            },
            { label: t("tickets:field.queue"), value: ticket.queue.name },
            {
              label: t("tickets:field.priority"),
              value: `${priorityCode(ticket.priority)} ${t(`tickets:priority.${ticket.priority}`)}`,
            },
            ticket.type && { label: t("tickets:field.type"), value: ticket.type.name },
            { label: t("tickets:field.channel"), value: t(`tickets:channel.${ticket.channel}`) },
            ticket.tags.length > 0 && { label: t("tickets:field.tags"), value: ticket.tags.join(", ") },
            ticket.followers.length > 0 && {
              label: t("tickets:field.followers"),
              value: ticket.followers.map((f) => f.name).join(", "),
            },
            ...ticket.links.map((link) => ({
              label: t(`desk:link.${link.kind}`),
              value: <a href={paths.desk.ticket(link.number)}>{`#${link.number} ${link.subject}`}</a>,
            })),
            ...ticket.faqs.map((faq) => ({
              label: t("answers:faq.label"),
              value: <a href={paths.desk.knowledge(faq.id)}>{faq.title}</a>,
            })),
            ...ticket.mergedFrom.map((from) => ({
              label: t("desk:link.merged"),
              value: <a href={paths.desk.ticket(from.number)}>{`#${from.number} ${from.subject}`}</a>,
            })),
          ]}
        />
      </section>
      <FittingAnswers key={ticket.id} number={ticket.number} asked={lastAsked(ticket)} />
      <ContractLines number={ticket.number} time={time} mayChange={ticket.allowed.delete} />
      <TimeLog number={ticket.number} time={time} formId={formId} me={me} now={now} />
      <section>
        <div className="hd">
          <h2>
            <a href={paths.desk.contact(requester.id)}>
              <bdi>{requester.name}</bdi>
            </a>
          </h2>
        </div>
        <KeyValue
          items={[
            requester.email ? { label: t("desk:facts.mail"), value: <MailLink address={requester.email} /> } : null,
            requester.phone
              ? {
                  label: t("desk:facts.phone"),
                  value: <a href={`tel:${requester.phone}`}>{requester.phone}</a>,
                  num: true,
                }
              : null,
            ticket.organization && { label: t("tickets:field.organization"), value: ticket.organization.name },
            localTime !== null && {
              label: t("desk:facts.localTime"),
              value: (
                <span suppressHydrationWarning>
                  {[localTime, requester.timeZone?.split("/").pop()?.replaceAll("_", " ")].join(", ")}
                </span>
              ),
              num: true,
            },
            isLocale(requester.locale) && { label: t("desk:facts.language"), value: LOCALE_NAMES[requester.locale] },
            {
              label: t("desk:facts.tickets"),
              value: t("desk:facts.ticketCounts", {
                open: capped(theirs.open, theirs.cap),
                total: capped(theirs.total, theirs.cap),
              }),
              num: true,
            },
          ]}
        />
        {theirs.recent.length > 0 ? (
          <ul className="mt-2 grid gap-1">
            {theirs.recent.map((other) => (
              <li key={other.number} className="xs">
                <a href={paths.desk.ticket(other.number)} className="clip block">
                  #{other.number} {other.subject}
                </a>
                <StateChip state={other.state} />
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <section>
        <div className="hd">
          <h2>{t("tickets:field.participants")}</h2>
        </div>
        <ul className="grid gap-1">
          {ticket.participants.map((p) => (
            <li key={p.id} className="flex gap-2 items-baseline">
              <span className="clip" title={p.email ?? undefined}>
                {p.name}
                {p.muted ? ` · ${t("desk:facts.muted")}` : null}
              </span>
              <Form method="post" action={part("participants")} className="ml-auto">
                <button className="lk xs" name="remove" value={p.id}>
                  {t("desk:facts.remove")}
                </button>
              </Form>
            </li>
          ))}
        </ul>
        <Form method="post" action={part("participants")} className="flex gap-2 mt-2">
          <label className="sr" htmlFor="participant">
            {t("desk:facts.addParticipant")}
          </label>
          <input
            id="participant"
            className="field"
            type="email"
            name="address"
            placeholder={t("desk:facts.addParticipant")}
            autoComplete="off"
            required
          />
          <button className="btn sm flex-none">{t("desk:facts.add")}</button>
        </Form>
      </section>
    </Drawer>
  );
}

/** The customer's newest words: with them other answers may fit. */
const lastAsked = ({ id, timeline }: DeskTicket): string =>
  timeline.filter((item) => item.kind === "message" && item.side === "customer").at(-1)?.id ?? id;

/** An address that breaks before its domain rather than inside it. */
function MailLink({ address }: { address: string }) {
  const at = address.lastIndexOf("@");
  return (
    <a href={`mailto:${address}`}>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </a>
  );
}
