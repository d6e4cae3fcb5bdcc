import { useLoaderData } from "@remix-run/react";
import { countMailsByHour } from "~/domain/insights/count-mails-by-hour.server";
import { MAIL_SPANS } from "~/domain/insights/mail-figures";
import { getTransportHealth } from "~/domain/mail/get-transport-health.server";
import { listFailedMail } from "~/domain/mailroom/health/list-failed-mail.server";
import { listReceivers } from "~/domain/mailroom/health/list-receivers.server";
import { listImapAccounts } from "~/domain/mailroom/imap/list-imap-accounts.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { DoorsCard } from "./health/doors-card";
import { FailedCard } from "./health/failed-card";
import { FiguresCard } from "./health/figures-card";
import { ReceiversCard } from "./health/receivers-card";
import { TransportCard } from "./health/transport-card";
import { MailTabs } from "./mail-tabs";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const asked = new URL(request.url).searchParams.get("span");
  const span = MAIL_SPANS.find((known) => known === asked) ?? "day";
  const [{ receivers, doors }, mailboxes, transport, failed, figures] = await Promise.all([
    listReceivers(ctx),
    listImapAccounts(ctx),
    getTransportHealth(ctx),
    listFailedMail(ctx),
    countMailsByHour(ctx, span),
  ]);
  const title = translator(ctx.locale)("mailadmin:health.title");
  return { title, span, receivers, doors, mailboxes, transport, failed, figures };
});

/** How mail comes in and goes out, and what became of it. */
export default function MailOverview() {
  const { span, receivers, doors, mailboxes, transport, failed, figures } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("mailadmin:health.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <MailTabs current="overview" />
      {failed.count ? <FailedCard failed={failed} /> : null}
      <div className="grid items-start gap-3 laptop:grid-cols-2">
        <div className="grid gap-3">
          <ReceiversCard receivers={receivers} />
          <DoorsCard doors={doors} mailboxes={mailboxes} />
        </div>
        <TransportCard transport={transport} />
      </div>
      <FiguresCard figures={figures} span={span} />
    </Sheet>
  );
}
