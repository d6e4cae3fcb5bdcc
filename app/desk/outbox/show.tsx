import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Icon } from "~/components/ui/icon";
import { KeyValue } from "~/components/ui/key-value";
import { Tabs } from "~/components/ui/tabs";
import { getOutboxMail } from "~/domain/notifications/get-outbox-mail.server";
import type { OutboxMailView } from "~/domain/notifications/views";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths, withQuery } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { formatSize } from "~/i18n/format";
import { TimeText } from "~/i18n/time-text";
import { useI18n, useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { MailState } from "./mail-state";

const VIEWS = ["html", "text", "headers"] as const;

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const wanted = new URL(request.url).searchParams.get("view");
  const mail = await getOutboxMail(ctx, idParam(params, "id"));
  return { title: mail.subject, mail, view: VIEWS.find((view) => view === wanted) ?? "html" };
});

/** One outgoing mail: its facts, and itself as it looks, as plain text, and its headers. */
export default function OutboxMail() {
  const { mail, view } = useLoaderData<typeof loader>();
  const t = useT();
  const page = paths.desk.outboxMail(mail.id);
  return (
    <Sheet
      title={mail.subject || t("desk:outbox.noSubject")}
      crumbs={[{ href: paths.desk.outbox(), label: t("desk:outbox.title") }]}
      actions={
        <LinkButton
          href={paths.desk.outboxMail(mail.id, "raw")}
          size="sm"
          icon={<Icon of={Download} size={16} />}
          download
        >
          {t("desk:outbox.raw")}
        </LinkButton>
      }
    >
      <Card padded>
        <Facts mail={mail} />
      </Card>
      <Card>
        <Tabs
          label={t("desk:outbox.views")}
          items={VIEWS.map((name) => ({
            href: withQuery(page, { view: name === "html" ? null : name }),
            label: t(`desk:outbox.view.${name}`),
            current: name === view,
          }))}
        />
        {view === "html" ? (
          <iframe
            title={t("desk:outbox.view.html")}
            src={paths.desk.outboxMail(mail.id, "html")}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className="block h-160 w-full border-0"
          />
        ) : null}
        {view === "text" ? (
          <pre className="wrap-anywhere p-(--pad) font-mono whitespace-pre-wrap">{mail.text}</pre>
        ) : null}
        {view === "headers" ? (
          <div className="wrap-anywhere p-(--pad)">
            <KeyValue wide items={mail.headers.map(({ name, value }) => ({ label: name, value }))} />
          </div>
        ) : null}
      </Card>
    </Sheet>
  );
}

function Facts({ mail }: { mail: OutboxMailView }) {
  const t = useT();
  const { locale } = useI18n();
  const files = mail.attachments.map(({ name, size }) => `${name} (${formatSize(size, locale)})`);
  return (
    <KeyValue
      wide
      items={[
        { label: t("desk:outbox.state"), value: <MailState state={mail.state} reason={mail.reason} /> },
        { label: t("desk:outbox.kind"), value: t(`desk:outbox.template.${mail.template}`) },
        { label: t("desk:outbox.from"), value: <bdi className="wrap-anywhere">{mail.from}</bdi> },
        {
          label: t("desk:outbox.to"),
          value: (
            <bdi className="wrap-anywhere">
              {mail.recipientName ? `${mail.recipientName} <${mail.recipient}>` : mail.recipient}
            </bdi>
          ),
        },
        mail.ticketNumber !== null && {
          label: t("desk:outbox.ticket"),
          value: <a href={paths.desk.ticket(mail.ticketNumber)}>#{mail.ticketNumber}</a>,
        },
        { label: t("desk:outbox.at"), value: <TimeText at={mail.sentAt ?? mail.at} style="full" />, num: true },
        mail.nextTryAt && {
          label: t("desk:outbox.nextTry"),
          value: <TimeText at={mail.nextTryAt} style="dateTime" />,
          num: true,
        },
        mail.transport !== null && {
          label: t("desk:outbox.transport"),
          value: t(`desk:outbox.transport.${mail.transport}`),
        },
        mail.attempts > 1 && { label: t("desk:outbox.attempts"), value: String(mail.attempts), num: true },
        mail.detail !== null && {
          label: t("desk:outbox.answer"),
          value: <span className="wrap-anywhere">{[mail.status, mail.detail].filter(Boolean).join(" · ")}</span>,
        },
        files.length > 0 && { label: t("desk:outbox.attachments"), value: <bdi>{files.join(", ")}</bdi> },
      ]}
    />
  );
}
