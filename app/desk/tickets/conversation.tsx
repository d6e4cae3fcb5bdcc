import { Form } from "@remix-run/react";
import { Fragment } from "react";
import { Avatar } from "~/components/ui/avatar";
import type { DeskTicket, TimelineItem } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { EventLine } from "./event-line";
import { MessageCard } from "./message-card";
import { useEarlier } from "./use-earlier";
import { useNewestInView } from "./use-newest-in-view";
import { OutgoingCountdown } from "./outgoing-countdown";

type Props = {
  ticket: DeskTicket;
  /** one page of older messages instead of the newest, for a browser without scripts */
  page: { items: TimelineItem[]; earlier: string | null } | null;
  me: string;
};

/** Messages and what happened between them, oldest first; what waits to be sent stands at the end. */
export function Conversation({ ticket, page, me }: Props) {
  const t = useT();
  const line = useEarlier(ticket.number, ticket.timeline, ticket.earlier);
  const items = page ? page.items : line.items;
  const earlier = page ? page.earlier : line.earlier;
  const firstNew = ticket.readAt ? items.findIndex((item) => isNews(item, ticket.readAt as Date, me)) : -1;
  const box = useNewestInView(ticket.id, ticket.timeline.length + ticket.outgoing.length);
  return (
    <div ref={box} className="conv" tabIndex={0} aria-label={t("desk:conversation.label")} role="region">
      <h2 className="sr">{t("desk:conversation.label")}</h2>
      {earlier ? (
        <a
          className="btn sm more"
          rel="prev"
          href={paths.desk.ticket(ticket.number, { before: earlier })}
          aria-busy={line.busy || undefined}
          onClick={(event) => {
            if (page || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            line.load();
          }}
        >
          {t("desk:conversation.earlier")}
        </a>
      ) : null}
      {items.map((item, index) => (
        <Fragment key={item.id}>
          {index === firstNew && index > 0 ? (
            <p className="since" id="new">
              {t("desk:conversation.newSince")} <TimeText at={ticket.readAt as Date} style="time" />
            </p>
          ) : null}
          {item.kind === "message" ? (
            <MessageCard
              message={item}
              number={ticket.number}
              own={item.author?.id === me}
              ticketLocale={ticket.locale}
            />
          ) : (
            <EventLine event={item} number={ticket.number} me={me} />
          )}
        </Fragment>
      ))}
      {page ? (
        <a className="btn sm more" rel="next" href={paths.desk.ticket(ticket.number)}>
          {t("desk:conversation.newest")}
        </a>
      ) : null}
      {ticket.outgoing.map((reply) => (
        <article key={reply.id} className="msg us draft">
          <Avatar name={reply.agent.name} />
          <div className="card">
            <header>
              <h3>{reply.own ? t("desk:message.you") : reply.agent.name}</h3>
              <span className="faint xs num">
                <OutgoingCountdown until={reply.releaseAt} />
              </span>
              {reply.own ? (
                <Form
                  method="post"
                  action={paths.desk.ticketPart(ticket.number, `outgoing/${reply.id}/undo`)}
                  className="ml-auto"
                >
                  <button className="btn sm" data-key="z">
                    {t("common:undo")}
                  </button>
                </Form>
              ) : null}
            </header>
            <div className="text whitespace-pre-line">{reply.text}</div>
          </div>
        </article>
      ))}
    </div>
  );
}

const isNews = (item: TimelineItem, readAt: Date, me: string) =>
  item.kind === "message" && item.author?.id !== me && new Date(item.sentAt) > new Date(readAt);
