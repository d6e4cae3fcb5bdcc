import { useLoaderData } from "@remix-run/react";
import { AtSign } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { type Column, Table } from "~/components/ui/table";
import { isPattern } from "~/domain/routing/address-pattern";
import { listQueueAddresses, type QueueAddressDetails } from "~/domain/routing/list-queue-addresses.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { MailTabs } from "../mail-tabs";
import { AddressFacts, answerWord } from "./address-facts";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("templates:address.title"),
  addresses: await listQueueAddresses(ctx),
}));

/** Every address that mail arrives at, by queue. */
export default function Addresses() {
  const { title, addresses } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const add = (
    <LinkButton size="sm" variant="primary" href={paths.desk.admin("mail/addresses/new")}>
      {t("templates:address.new")}
    </LinkButton>
  );
  const columns: Column<QueueAddressDetails>[] = [
    {
      label: t("templates:address.address"),
      heading: true,
      cell: ({ address, name, primary }) => (
        <>
          <a className="wrap-anywhere" href={paths.desk.admin(`mail/addresses/${encodeURIComponent(address)}`)}>
            {address}
          </a>{" "}
          {primary ? <Chip tone="brand">{t("desk:admin.primary")}</Chip> : null}
          {isPattern(address) ? <Chip>{t("templates:address.pattern")}</Chip> : null}
          {name ? <bdi className="muted small block font-normal wrap-anywhere">{name}</bdi> : null}
        </>
      ),
    },
    {
      label: t("templates:address.queue"),
      cell: ({ queue }) => (
        <a href={paths.desk.admin(`queues/${queue.id}/addresses`)}>
          <bdi>{queue.name}</bdi>
        </a>
      ),
    },
    { label: t("templates:address.starts"), cell: (row) => <AddressFacts address={row} locale={locale} /> },
    { label: t("templates:address.answer"), cell: (row) => answerWord(t, row) },
  ];
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("templates:address.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={add}
    >
      <MailTabs current="addresses" />
      <h2 className="sr">{title}</h2>
      <Card>
        {addresses.length > 0 ? (
          <Table caption={title} rows={addresses} rowKey={({ address }) => address} columns={columns} />
        ) : (
          <EmptyState icon={AtSign} title={t("templates:address.none")} action={add} />
        )}
      </Card>
    </Sheet>
  );
}
