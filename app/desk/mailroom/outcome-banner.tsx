import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import type { MailFacts } from "~/domain/mailroom/mail-views";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import { isReason } from "./error-words";
import { outcomeText } from "./mail-row-item";

/** What came of a mail that does not wait, who decided it, and the way on. */
export function OutcomeBanner({ mail, failed }: { mail: MailFacts; failed: Failure | undefined }) {
  const t = useT();
  const { decided, number, outcome, stage } = mail;
  const bad = stage === "failed" || outcome === "unreadable";
  const working = stage === "received" || stage === "read" || stage === "decided";
  return (
    <>
      {failed ? (
        <Banner tone="danger" role="alert">
          {failed.failure.message}
        </Banner>
      ) : null}
      <Banner
        tone={bad ? "danger" : outcome === "discarded" ? "warn" : working ? "info" : "ok"}
        title={outcomeText(mail, t)}
        action={
          number === null ? (
            outcome === "discarded" ? (
              <Form method="post" action={paths.desk.mail(mail.id, "again")}>
                <Button size="sm">{t("mailroom:again.bring")}</Button>
              </Form>
            ) : undefined
          ) : (
            <LinkButton size="sm" href={paths.desk.ticket(number)}>
              {t("mailroom:outcome.toTicket", { number })}
            </LinkButton>
          )
        }
      >
        {sentences(mail, t).map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
        {decided ? (
          <span>
            {t("mailroom:decided.by", { name: decided.by?.name ?? t("mailroom:decided.somebody") })}{" "}
            <TimeText at={decided.at} style="dateTime" />.{" "}
          </span>
        ) : null}
        {mail.purgeAt ? (
          <span>
            {t("mailroom:outcome.purge")} <TimeText at={mail.purgeAt} style="date" />.
          </span>
        ) : null}
      </Banner>
    </>
  );
}

function sentences({ blockedBy, filed, duplicateOf, error, stage }: MailFacts, t: Translate): string[] {
  const owner = filed?.person?.name ?? filed?.organization?.name;
  return [
    blockedBy ? t("mailroom:outcome.blockedBy", { entry: blockedBy }) : "",
    owner ? t("mailroom:outcome.filedWith", { name: owner }) : "",
    duplicateOf ? t("mailroom:outcome.same") : "",
    stage === "failed" && error && !isReason(error) ? t("mailroom:outcome.error", { error }) : "",
  ].filter(Boolean);
}
