import { Form } from "@remix-run/react";
import type { EventView } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { type Translate } from "~/i18n/translate";
import { useI18n } from "~/i18n/use-t";
import { AssignedLine } from "./assigned-line";
import { Marked, marked } from "./marked";
import { spentWords } from "./time-words";

/** Messages speak for themselves; these facts need no line of their own. */
const SILENT = new Set([
  "ticket.customer_replied",
  "ticket.replied",
  "ticket.noted",
  "ticket.followed",
  "ticket.unfollowed",
]);

/** One thing that happened to the ticket, in a sentence. */
export function EventLine({ event, number, me }: { event: EventView; number: number; me: string }) {
  const { t, locale } = useI18n();
  if (SILENT.has(event.type)) return null;
  const { actor } = event;
  const who =
    typeof actor === "string" ? t(`desk:actor.${actor}`) : actor.id === me ? t("desk:message.you") : actor.name;
  return (
    <p className="ev num" id={`e-${event.id}`}>
      <TimeText at={event.at} style="dateTime" />{" "}
      {event.type === "ticket.assigned" ? (
        <AssignedLine event={event} number={number} me={me} />
      ) : (
        <Marked>{sentence(event, t, locale)}</Marked>
      )}{" "}
      {who ? <span>· {who}</span> : null}
      {event.type === "ticket.routed" ? (
        <>
          {" "}
          <a href={paths.desk.ticketPart(number, "why")}>{t("routing:assign.why")}</a>
        </>
      ) : null}
      {event.type === "ticket.faq_drafted" ? (
        <>
          {" "}
          <a href={paths.desk.knowledge(String(event.data.articleId))}>{t("answers:open")}</a>
        </>
      ) : null}
      {event.type.startsWith("sla.") ? (
        <>
          {" "}
          <a href={paths.desk.ticketPart(number, `clocks/${String(event.data.targetId)}`)}>{t("sla:timeline.link")}</a>
        </>
      ) : null}
      {event.undoable ? (
        <Form method="post" action={undoPath(event, number)} className="inline">
          {" "}
          <button className="lk xs">{t("common:undo")}</button>
        </Form>
      ) : null}
    </p>
  );
}

/** A merge is taken back at the ticket that came in, whose name is its number. */
function undoPath({ id, type, data, names }: EventView, number: number): string {
  if (type !== "ticket.absorbed") return paths.desk.ticketPart(number, `changes/${id}/undo`);
  return paths.desk.ticketPart(Number((names[String(data.fromId)] ?? "").slice(1)), "merge/undo");
}

function sentence({ type, data, names }: EventView, t: Translate, locale: string): string {
  const word = (value: unknown): string =>
    // A built-in status is named by its key; every other name is its own text.
    typeof value === "string" || typeof value === "number" ? t(names[String(value)] ?? String(value)) : "";
  const fact = (key: string) => word(data[key]);
  switch (type) {
    case "ticket.opened":
      return t("desk:event.opened", { channel: t(`tickets:channel.${fact("channel")}`), queue: fact("queueId") });
    case "ticket.state_changed":
      return t("desk:event.state", { to: t(`tickets:state.${String(data.to)}`) });
    case "ticket.changed":
      return t(`desk:event.changed.${String(data.field)}`, changed(data, word, t));
    case "ticket.routed":
      return t("desk:event.routed", {
        queue: marked(fact("queueId")),
        rules: Array.isArray(data.ruleIds) ? data.ruleIds.map((id) => marked(word(id))).join(", ") : "",
        count: Array.isArray(data.ruleIds) ? data.ruleIds.length : 0,
      });
    case "ticket.merged":
      return t("desk:event.merged", { into: fact("intoId") });
    case "ticket.absorbed":
      return t("desk:event.absorbed", { from: fact("fromId") });
    case "ticket.unmerged":
      return unmergedSentence(data, fact, t);
    case "ticket.faq_drafted":
      return t("desk:event.faq_drafted", { title: marked(fact("articleId")) });
    case "ticket.linked":
      return t("desk:event.linked", { to: fact("toId") });
    case "ticket.participant_added":
    case "ticket.participant_removed":
      return t(`desk:event.${type.slice("ticket.".length)}`, { person: fact("personId") });
    case "ticket.time_logged":
    case "ticket.time_changed":
    case "ticket.time_deleted":
      return t(`desk:event.${type.slice("ticket.".length)}`, { spent: spentWords(Number(data.seconds), locale) });
    case "ticket.mail_suppressed":
      return t("desk:event.mail_suppressed", { to: fact("recipient"), reason: t(`desk:reason.${fact("reason")}`) });
    case "ticket.suppression_lifted":
      return t("desk:event.suppression_lifted", {
        to: fact("personId"),
        reason: t(`desk:reason.${String(data.reason)}`),
      });
    case "ticket.bounced":
      return t("desk:event.bounced", { reason: t(`desk:reason.${fact("reason")}`) });
    case "sla.warned":
    case "sla.breached":
    case "sla.escalated":
      return clockSentence(type, data, names, fact, t, locale);
    case "sla.webhook_posted":
      return t("sla:timeline.event.webhookPosted", { status: fact("status") });
    case "sla.webhook_failed":
      return data.status
        ? t("sla:timeline.event.webhookRefused", { status: fact("status") })
        : t("sla:timeline.event.webhookFailed");
    default:
      return t(`desk:event.${type.slice("ticket.".length)}`);
  }
}

/** On the ticket that came free, or on one that it left; messages by its number that stay are said. */
function unmergedSentence(data: Record<string, unknown>, fact: (key: string) => string, t: Translate): string {
  const line = data.intoId ? "desk:event.unmerged" : "desk:event.released";
  const count = Array.isArray(data.keptIds) ? data.keptIds.length : 0;
  return t(count ? `${line}Kept` : line, { into: fact("intoId"), from: fact("fromId"), count });
}

/** What a clock reached, and what the step of the ladder changed. */
function clockSentence(
  type: string,
  data: Record<string, unknown>,
  names: Record<string, string>,
  fact: (key: string) => string,
  t: Translate,
  locale: string,
): string {
  const kind = t(`sla:clock.${String(data.kind)}`);
  if (type === "sla.breached")
    return t(data.atOnce ? "sla:timeline.event.atOnce" : "sla:timeline.event.breached", { kind });
  if (type === "sla.warned") return t("sla:timeline.event.warned", { kind });
  const told = Array.isArray(data.who) ? data.who.flatMap((who) => toldWords(String(who), names, t)) : [];
  const list = new Intl.ListFormat(locale, { style: "narrow", type: "unit" }).format(told);
  return [
    `${t("sla:timeline.event.escalated", { kind })}${list ? ` (${list})` : ""}`,
    data.priority && t("sla:timeline.event.raised", { priority: t(`tickets:priority.${String(data.priority)}`) }),
    data.queueId && t("sla:timeline.event.moved", { queue: fact("queueId") }),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Whom a step tells: a role, or a person by name where the name is known. */
function toldWords(who: string, names: Record<string, string>, t: Translate): string[] {
  if (["assignee", "lead", "manager", "members"].includes(who)) return [t(`sla:ladder.who.${who}`)];
  return names[who] ? [names[who]] : [];
}

function changed(data: Record<string, unknown>, word: (value: unknown) => string, t: Translate) {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(word).join(", ") : word(value));
  const say = (value: unknown) =>
    data.field === "priority" ? t(`tickets:priority.${String(value)}`) : list(value) || t("desk:event.nothing");
  return { from: say(data.from), to: say(data.to) };
}
