import { useLoaderData } from "@remix-run/react";
import { StateChip } from "~/components/tickets/state-chip";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { KeyValue } from "~/components/ui/key-value";
import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import { listFiledMails } from "~/domain/mailroom/list-filed-mails.server";
import { type ContactFile, getContactFile } from "~/domain/tickets/get-contact-file.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { isLocale, LOCALE_NAMES } from "~/i18n/config";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { FiledMails } from "./filed-mails";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const personId = idParam(params, "personId");
  const query = new URL(request.url).searchParams;
  const [contact, mails] = await Promise.all([
    getContactFile(ctx, personId, query.get("after")),
    listFiledMails(ctx, { personId }, query.get("mails")),
  ]);
  const administrator = ctx.actor.role === "administrator";
  return { title: contact.name || (contact.addresses[0]?.address ?? ""), contact, mails, administrator };
});

/** What we know of a customer: how to reach them, their tickets, and the mails in their file. */
export default function Contact() {
  const { title, contact, mails, administrator } = useLoaderData<typeof loader>();
  const t = useT();
  const { id, tickets } = contact;
  const page = (query: Record<string, string | null>) => paths.desk.contact(id, query);
  const main = contact.addresses[0]?.address;
  return (
    <Sheet
      title={<bdi>{title}</bdi>}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.newTicket({ email: main, name: contact.name })}>
          {t("desk:nav.newTicket")}
        </LinkButton>
      }
    >
      <Card padded>
        <Facts contact={contact} administrator={administrator} />
      </Card>
      <Card title={t("desk:facts.tickets")} id="tickets">
        {tickets.rows.length > 0 ? (
          <>
            <Table
              caption={t("desk:facts.tickets")}
              rows={tickets.rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  label: t("tickets:field.subject"),
                  heading: true,
                  cell: ({ number, subject }) => (
                    <a href={paths.desk.ticket(number)} className="wrap-anywhere">
                      <span className="num">#{number}</span> <bdi>{subject}</bdi>
                    </a>
                  ),
                },
                { label: t("replies:contact.state"), cell: ({ state }) => <StateChip state={state} /> },
                { label: t("tickets:field.queue"), cell: ({ queue }) => queue },
                {
                  label: t("replies:contact.at"),
                  end: true,
                  cell: ({ publicAt }) => <TimeText at={publicAt} style="dateTime" />,
                },
              ]}
            />
            <Pagination
              previous={tickets.previous && page({ after: tickets.previous })}
              next={tickets.next && page({ after: tickets.next })}
            />
          </>
        ) : (
          <p className="muted small p-(--pad)">{t("replies:contact.noTickets")}</p>
        )}
      </Card>
      <Card title={t("replies:contact.mails")} id="mails">
        <FiledMails page={mails} at={(cursor) => cursor && `${page({ mails: cursor })}#mails`} />
      </Card>
    </Sheet>
  );
}

function Facts({ contact, administrator }: { contact: ContactFile; administrator: boolean }) {
  const t = useT();
  const { organization } = contact;
  return (
    <KeyValue
      wide
      items={[
        {
          label: t("replies:contact.addresses"),
          value: contact.addresses.map(({ address, primary, suppressed }) => (
            <span key={address} className="block">
              <a href={`mailto:${address}`} className="wrap-anywhere">
                {address}
              </a>{" "}
              {primary && contact.addresses.length > 1 ? <Chip plain>{t("replies:contact.main")}</Chip> : null}
              {suppressed ? (
                <span className="muted small block">
                  <Chip tone="warn">{t("replies:contact.noMail")}</Chip> {t(`desk:reason.${suppressed.reason}`)} ·{" "}
                  {t("replies:suppressed.until")} <TimeText at={suppressed.until} style="dateTime" />
                </span>
              ) : null}
            </span>
          )),
        },
        contact.phone !== "" && {
          label: t("desk:facts.phone"),
          value: <a href={`tel:${contact.phone}`}>{contact.phone}</a>,
          num: true,
        },
        organization && {
          label: t("tickets:field.organization"),
          value: administrator ? (
            <a href={paths.desk.admin(`organizations/${organization.id}`)}>
              <bdi>{organization.name}</bdi>
            </a>
          ) : (
            <bdi>{organization.name}</bdi>
          ),
        },
        isLocale(contact.locale) && { label: t("desk:facts.language"), value: LOCALE_NAMES[contact.locale] },
        contact.deactivated && { label: t("replies:contact.state"), value: t("replies:contact.deactivated") },
      ]}
    />
  );
}
