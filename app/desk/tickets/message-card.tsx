import { Avatar } from "~/components/ui/avatar";
import { Menu } from "~/components/ui/menu";
import { Attachments } from "~/components/tickets/attachments";
import { MessageBody } from "~/components/tickets/message-body";
import { OWN_PROGRAM } from "~/domain/tickets/own-program";
import type { MessageView } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { DeliveryLines } from "./delivery-lines";

type Props = { message: MessageView; number: number; own: boolean; ticketLocale: string };

/** One message or note, with how it came or where it went. */
export function MessageCard({ message, number, own, ticketLocale }: Props) {
  const { t, locale } = useI18n();
  const { messageKind, side, author } = message;
  const look = messageKind === "note" ? "msg note" : side === "agent" ? "msg us" : "msg";
  const name = author ? (own ? t("desk:message.you") : author.name) : t("desk:message.system");
  const card = (
    <div className="card">
      <header>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <span className="faint xs num">
          <TimeText at={message.sentAt} style="dateTime" /> ·{" "}
          {messageKind === "note"
            ? t("desk:message.internal")
            : message.rule === OWN_PROGRAM
              ? t("replies:message.ownProgram")
              : t(`desk:message.by.${side === "agent" && message.channel === "agent" ? "desk" : message.channel}`)}
          {message.editedAt ? ` · ${t("desk:message.edited")}` : null}
        </span>
        <MessageMenu message={message} number={number} own={own} />
      </header>
      {message.marked ? <p className="xs muted">{t("desk:message.sameId")}</p> : null}
      <MessageBody
        text={message.text}
        html={message.html}
        quotedText={message.quotedText}
        quotedHtml={message.quotedHtml}
        lang={side === "customer" && ticketLocale !== locale ? ticketLocale : undefined}
      />
      <Attachments files={message.attachments} href={paths.attachment} />
      {message.remoteImages ? (
        <p className="xs muted">
          {t("desk:message.imagesLeftOut")}{" "}
          <a href={paths.original(message.id)} target="_blank" rel="noreferrer">
            {t("desk:message.original")}
          </a>
        </p>
      ) : null}
      {messageKind === "public" && side === "agent" ? (
        <DeliveryLines deliveries={message.deliveries} number={number} />
      ) : null}
    </div>
  );
  return (
    <article className={look} id={`m-${message.id}`}>
      <Avatar name={author?.name ?? "?"} />
      {message.automatic ? (
        <details className="auto">
          <summary className="xs muted">
            {t("desk:message.automatic", { name })} <TimeText at={message.sentAt} style="dateTime" />
          </summary>
          {card}
        </details>
      ) : (
        card
      )}
    </article>
  );
}

function MessageMenu({ message, number, own }: Omit<Props, "ticketLocale">) {
  const { t } = useI18n();
  const answers = message.messageKind === "public" && message.side === "agent" && !message.automatic;
  if (!message.hasOriginal && !own && !answers && message.versions === 0) return null;
  return (
    <Menu label="⋯" name={t("desk:message.more")} look="ghost" size="sm" plain>
      {own ? <a href={paths.desk.ticketPart(number, `messages/${message.id}`)}>{t("desk:message.edit")}</a> : null}
      {message.versions > 0 ? (
        <a href={paths.desk.ticketPart(number, `messages/${message.id}`)}>
          {t("desk:message.versions", { count: message.versions })}
        </a>
      ) : null}
      {answers ? (
        <a href={paths.desk.ticketPart(number, "faq", { message: message.id })}>{t("answers:faq.do")}</a>
      ) : null}
      {message.hasOriginal ? (
        <>
          <a href={paths.original(message.id)} target="_blank" rel="noreferrer">
            {t("desk:message.original")}
          </a>
          {message.mailId ? <a href={paths.desk.mail(message.mailId)}>{t("desk:message.way")}</a> : null}
          <a href={paths.rawMail(message.id)} data-reload="">
            {t("desk:message.raw")}
          </a>
        </>
      ) : null}
    </Menu>
  );
}
