import { Form } from "@remix-run/react";
import { StateChip } from "~/components/tickets/state-chip";
import { Button } from "~/components/ui/button";
import { DrawerButton } from "~/components/ui/drawer";
import { Menu } from "~/components/ui/menu";
import { Tag } from "~/components/ui/tag";
import { isOpen, PRIORITIES, priorityCode } from "~/domain/tickets/states";
import type { RunningTimer } from "~/domain/sla/time-entry-views";
import type { DeskTicket } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { SnoozeMenu } from "./snooze-menu";
import { Elapsed, TimerButton } from "./timer-button";

type Props = {
  ticket: DeskTicket;
  me: string;
  back: string;
  /** the reader's own, on whatever ticket */
  timer: RunningTimer | null;
  /** ISO instant of loading */
  now: string;
};

/** What the ticket is and the acts that take one press. */
export function TicketHead({ ticket, me, back, timer, now }: Props) {
  const t = useT();
  const part = (name: string) => paths.desk.ticketPart(ticket.number, name);
  const open = isOpen(ticket.state);
  const others = ticket.present.filter((p) => p.id !== me);
  return (
    <div className="th">
      <div className="t">
        <a className="btn ghost sm back" href={back}>
          ‹ {t("desk:head.back")}
        </a>
        <h1>{ticket.subject}</h1>
        <DrawerButton opens="facts" className="sm facts">
          {t("desk:head.details")}
        </DrawerButton>
        {ticket.deletedAt ? null : (
          <>
            {ticket.assignee?.id === me ? null : (
              <Form method="post" action={part("assignment")}>
                <Button size="sm" name="assigneeId" value={me} kbd="A" data-key="a">
                  {t("desk:head.take")}
                </Button>
              </Form>
            )}
            {open && ticket.allowed.moves.includes("snoozed") ? <SnoozeMenu action={part("moves")} /> : null}
            <Form method="post" action={part("moves")}>
              <input type="hidden" name="back" value={back} />
              {open && ticket.allowed.moves.includes("solved") ? (
                <Button size="sm" name="to" value="solved" kbd="E" data-key="e">
                  {t("desk:head.solve")}
                </Button>
              ) : !open && ticket.allowed.moves.includes("open") ? (
                <Button size="sm" name="to" value="open" data-key="e">
                  {t("desk:head.reopen")}
                </Button>
              ) : null}
            </Form>
            <Menu label="⋯" name={t("desk:head.more")} look="ghost" size="sm" plain>
              <a href={part("edit")} data-key="i">
                {t("desk:head.edit")}
              </a>
              {ticket.allowed.merge ? (
                <a href={part("merge")} data-key="m">
                  {t("desk:head.merge")}
                </a>
              ) : null}
              {ticket.state === "solved" || ticket.state === "closed" ? (
                <a href={part("faq")}>{t("answers:faq.do")}</a>
              ) : null}
              <Form method="post" action={part("following")}>
                <button name="follow" value={ticket.following ? "no" : "yes"} data-key="f">
                  {t(ticket.following ? "desk:head.unfollow" : "desk:head.follow")}
                </button>
              </Form>
              <Form method="post" action={part("read")}>
                <button name="read" value="no" data-key="u">
                  {t("desk:head.unread")}
                </button>
              </Form>
              <hr />
              {ticket.allowed.moves
                .filter((to) => to !== "solved" && to !== "snoozed" && to !== "new")
                .map((to) => (
                  <Form key={to} method="post" action={part("moves")}>
                    <button name="to" value={to}>
                      {t("desk:head.moveTo", { state: t(`tickets:state.${to}`) })}
                    </button>
                  </Form>
                ))}
              {ticket.allowed.delete ? (
                <>
                  <hr />
                  <Form method="post" action={part("bin")}>
                    <button className="danger">{t("desk:head.delete")}</button>
                  </Form>
                </>
              ) : null}
            </Menu>
          </>
        )}
      </div>
      <div className="m">
        <span className="muted num">#{ticket.number}</span>
        <StateChip state={ticket.state} name={ticket.status.name} />
        {ticket.snoozedUntil ? (
          <span className="muted xs num">
            {t("desk:head.until")} <TimeText at={ticket.snoozedUntil} style="dateTime" />
          </span>
        ) : null}
        <Menu
          size="sm"
          align="start"
          label={priorityCode(ticket.priority)}
          name={t("desk:head.priority", { priority: t(`tickets:priority.${ticket.priority}`) })}
        >
          <Form method="post" action={part("changes")}>
            {PRIORITIES.map((priority) => (
              <button
                key={priority}
                name="priority"
                value={priority}
                aria-current={priority === ticket.priority || undefined}
              >
                {priorityCode(priority)} {t(`tickets:priority.${priority}`)}
              </button>
            ))}
          </Form>
        </Menu>
        <a className="btn sm" href={part("edit#queue")}>
          <span className="sr">{t("tickets:field.queue")} </span>
          <bdi className="clip">{ticket.queue.name}</bdi>
        </a>
        {ticket.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
        {timer?.number === ticket.number ? (
          <TimerButton number={ticket.number} timer={timer} now={now} />
        ) : timer ? (
          <a className="muted xs" href={paths.desk.ticket(timer.number)}>
            {t("contracts:timer.on", { number: timer.number })}
            <Elapsed timer={timer} now={now} />
          </a>
        ) : null}
        {others.length > 0 ? (
          <span className="end muted xs" role="status">
            {others
              .map((p) => t(p.typing ? "desk:presence.typing" : "desk:presence.viewing", { name: p.name }))
              .join(" · ")}
          </span>
        ) : null}
      </div>
    </div>
  );
}
