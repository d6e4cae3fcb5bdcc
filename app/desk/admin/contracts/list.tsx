import { Form, useLoaderData } from "@remix-run/react";
import { FileText } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { type Column, Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { listContracts } from "~/domain/sla/list-contracts.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { CONTRACT_TONES } from "../../tickets/contract-tones";
import { Balance } from "./balance";
import { dayWords } from "./day-words";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const [q, archived] = [(query.get("q") ?? "").slice(0, 100).replaceAll("\0", ""), query.get("archived") === "yes"];
  const page = await listContracts(ctx, query.get("after"), { q, archived });
  return { title: translator(ctx.locale)("contracts:title"), q, archived, page };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["page"]["rows"][number];

/** Every contract, the latest end first. */
export default function Contracts() {
  const { title, q, archived, page } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const here = (query: Record<string, string | null> = {}) => paths.desk.admin("contracts", query);
  const kept = { q, archived: archived ? "yes" : null };
  const at = (after: string | null) => (after ? here({ ...kept, after }) : null);
  const columns: Column<Row>[] = [
    {
      label: t("contracts:contract"),
      heading: true,
      cell: ({ id, number, name }) => (
        <>
          <a href={paths.desk.admin(`contracts/${id}`)}>
            <bdi>{number}</bdi>
          </a>
          <span className="muted block wrap-anywhere">{name}</span>
        </>
      ),
    },
    {
      label: t("contracts:cover.organizations"),
      cell: ({ organizations, organizationCount: count }) => (
        <span className="wrap-anywhere">
          {organizations.map(({ name }) => name).join(", ") || <span className="faint">—</span>}
          {count > organizations.length ? ` ${t("contracts:more", { count: count - organizations.length })}` : null}
        </span>
      ),
    },
    {
      label: t("contracts:period"),
      cell: ({ startsOn, endsOn }) => (
        <span className="num" suppressHydrationWarning>
          <span className="whitespace-nowrap">{dayWords(startsOn, locale)} –</span>{" "}
          <span className="whitespace-nowrap">{dayWords(endsOn, locale)}</span>
        </span>
      ),
    },
    { label: t("contracts:field.policy"), cell: ({ policy }) => policy?.name ?? <span className="faint">—</span> },
    { label: t("contracts:balance"), cell: (row) => <Balance contract={row} /> },
    {
      label: t("contracts:stateLabel"),
      cell: ({ state }) => <Chip tone={CONTRACT_TONES[state]}>{t(`contracts:state.${state}`)}</Chip>,
    },
  ];
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.contractsLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin("contracts/new")}>
          {t("contracts:new")}
        </LinkButton>
      }
    >
      <Form role="search" method="get" className="max-w-md">
        {archived ? <input type="hidden" name="archived" value="yes" /> : null}
        <SearchInput key={q} label={t("contracts:search")} placeholder={t("contracts:search")} defaultValue={q} />
      </Form>
      <Tabs
        label={title}
        items={[
          { href: here({ q }), label: t("contracts:inUse"), current: !archived },
          { href: here({ q, archived: "yes" }), label: t("contracts:archived"), current: archived },
        ]}
      />
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table<Row> caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState
            icon={FileText}
            title={t(q ? "contracts:notFound" : archived ? "contracts:emptyArchive" : "contracts:empty")}
          />
        )}
      </Card>
    </Sheet>
  );
}
