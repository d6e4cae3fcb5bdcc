import { Avatar } from "~/components/ui/avatar";
import { Attachments } from "~/components/tickets/attachments";
import { MessageBody } from "~/components/tickets/message-body";
import type { PortalMessage } from "~/domain/tickets/portal-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

/** One message of the conversation: who, when, what, its files, and the mail it came as. */
export function MessageCard({ message }: { message: PortalMessage }) {
  const t = useT();
  const { id, side, author, own, channel, hasOriginal, remoteImages } = message;
  return (
    <article className={side === "agent" ? "msg us" : "msg"} id={`m-${id}`}>
      <Avatar name={author} />
      <div className="card">
        <header>
          <h3>
            <bdi>{author || t("portal:message.someone")}</bdi>
            {own ? <span className="muted"> {t("portal:message.you")}</span> : null}
          </h3>
          <span className="faint xs num">
            <TimeText at={message.sentAt} style="dateTime" />
            {channel === "mail" ? ` · ${t("portal:message.byMail")}` : null}
            {message.editedAt ? ` · ${t("tickets:message.edited")}` : null}
          </span>
        </header>
        <MessageBody
          text={message.text}
          html={message.html}
          quotedText={message.quotedText}
          quotedHtml={message.quotedHtml}
        />
        <Attachments files={message.attachments} href={paths.attachment} />
        {hasOriginal ? (
          <p className="small muted mt-2 print:hidden">
            {remoteImages ? `${t("portal:message.imagesLeftOut")} ` : null}
            <a href={paths.original(id)} target="_blank" rel="noreferrer">
              {t("portal:message.original")}
            </a>
          </p>
        ) : null}
      </div>
    </article>
  );
}
