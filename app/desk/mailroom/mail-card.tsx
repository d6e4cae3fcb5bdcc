import { MessageBody } from "~/components/tickets/message-body";
import { AttachmentChip } from "~/components/ui/attachment-chip";
import { Banner } from "~/components/ui/banner";
import type { MailBodyView, UnreadableMail } from "~/domain/mailroom/get-mail-body.server";
import type { MailFacts } from "~/domain/mailroom/mail-views";
import { paths } from "~/http/paths";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";
import { stageOf } from "~/domain/mailroom/mail-views";

type Props = { mail: MailFacts; view: MailBodyView | UnreadableMail };

/** What the mail says: sanitised, quotes folded, its files, and on demand the mail as its sender made it. */
export function MailCard({ mail, view }: Props) {
  const { t, locale } = useI18n();
  if ("unreadable" in view)
    return (
      <Banner tone="warn" title={t("mailroom:stage.parse.unreadable")}>
        {t(`mailroom:unreadable.${view.unreadable}`)} {t("mailroom:mail.seeRaw")}
      </Banner>
    );
  const { body, files, hasHtml } = view;
  const written = stageOf(mail.trace, "rules")?.facts.language;
  const shown = files.filter((file) => !(file.inline && file.type.startsWith("image/") && body.html));
  return (
    <article className="msg mail-card" aria-label={t("mailroom:mail.words")}>
      <div className="card">
        {body.text.trim() === "" && !body.html ? (
          <p className="muted">{t("mailroom:mail.empty")}</p>
        ) : (
          <MessageBody
            text={body.text}
            html={body.html ?? null}
            quotedText={body.quotedText ?? null}
            quotedHtml={body.quotedHtml ?? null}
            lang={written && written !== locale ? written : undefined}
          />
        )}
        {shown.length ? (
          <div className="atts">
            {shown.map(({ index, name, size }) => (
              <AttachmentChip
                key={index}
                name={name}
                size={formatSize(size, locale)}
                href={paths.desk.mail(mail.id, `attachments/${index}`)}
              />
            ))}
          </div>
        ) : null}
        {body.remoteImages ? <p className="xs muted mt-2">{t("desk:message.imagesLeftOut")}</p> : null}
        {hasHtml ? (
          <details className="mail-original">
            <summary className="lk xs">{t("mailroom:mail.original")}</summary>
            <iframe
              title={t("mailroom:mail.original")}
              src={paths.desk.mail(mail.id, "original")}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              loading="lazy"
            />
          </details>
        ) : null}
      </div>
    </article>
  );
}
