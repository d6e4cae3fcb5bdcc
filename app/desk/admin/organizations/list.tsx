import { Form, useLoaderData } from "@remix-run/react";
import { Building2 } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { type Column, Table } from "~/components/ui/table";
import { listOrganizations, type OrganizationRow } from "~/domain/customers/list-organizations.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 100).replaceAll("\0", "");
  const page = await listOrganizations(ctx, { q, after: query.get("after") });
  return { title: translator(ctx.locale)("desk:admin.organizations"), q, page };
});

/** Every organization by name. */
export default function Organizations() {
  const { title, q, page } = useLoaderData<typeof loader>();
  const t = useT();
  const at = (after: string | null) => (after ? paths.desk.admin("organizations", { q, after }) : null);
  const none = <span className="faint">—</span>;
  const columns: Column<OrganizationRow>[] = [
    {
      label: t("tickets:field.organization"),
      heading: true,
      cell: ({ id, name }) => (
        <a className="wrap-anywhere" href={paths.desk.admin(`organizations/${id}`)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      label: t("contracts:organization.domain"),
      cell: ({ domain }) => (domain ? <span className="wrap-anywhere">{domain}</span> : none),
    },
    { label: t("contracts:organization.region"), cell: ({ region }) => region || none },
    { label: t("contracts:organization.contacts"), end: true, cell: ({ contacts }) => contacts },
    { label: t("contracts:assets"), end: true, cell: ({ assets }) => assets },
    { label: t("contracts:title"), end: true, cell: ({ contracts }) => contracts },
  ];
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.organizationsLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin("organizations/new")}>
          {t("contracts:organization.new")}
        </LinkButton>
      }
    >
      <Form role="search" method="get" className="max-w-md">
        <SearchInput
          key={q}
          label={t("contracts:organization.search")}
          placeholder={t("contracts:organization.search")}
          defaultValue={q}
        />
      </Form>
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState
            icon={Building2}
            title={t(q ? "contracts:organization.notFound" : "contracts:organization.empty")}
          />
        )}
      </Card>
    </Sheet>
  );
}
