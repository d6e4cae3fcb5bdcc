import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { FailedMail } from "~/domain/mailroom/health/list-failed-mail.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { errorWords } from "../../../mailroom/error-words";

type Props = { failed: { mails: FailedMail[]; count: number } };

/** Mails that were set aside with their errors, and the way back for all. */
export function FailedCard({ failed: { mails, count } }: Props) {
  const t = useT();
  return (
    <Card
      title={t("mailadmin:health.failed", { count })}
      id="failed"
      actions={
        <form method="post" action={paths.desk.admin("mail/failed/again")}>
          <Button size="sm">{t("mailadmin:health.again")}</Button>
        </form>
      }
    >
      <p className="muted small px-(--pad) pb-2">{t("mailadmin:health.failedText")}</p>
      <ul className="grid">
        {mails.map(({ id, receivedAt, fromAddress, envelopeFrom, subject, error }) => (
          <li key={id} className="border-t px-(--pad) py-2">
            <a className="wrap-anywhere" href={paths.desk.mail(id)}>
              <bdi>{subject || fromAddress || envelopeFrom || t("mailadmin:health.noSubject")}</bdi>
            </a>{" "}
            <TimeText at={receivedAt} className="num muted xs" />
            {error ? (
              <span className="muted xs block wrap-anywhere">
                <bdi>{errorWords(error, t)}</bdi>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
