import { Form, useLoaderData } from "@remix-run/react";
import { ScrollText } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { type Column, Table } from "~/components/ui/table";
import { type AuditRow, listAuditEvents } from "~/domain/admin/list-audit-events.server";
import { nameEventIds } from "~/domain/admin/name-event-ids.server";
import { listStaff } from "~/domain/identity/list-staff.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { isId } from "~/lib/id";
import { Sheet } from "../../sheet";
import { eventWord } from "./event-word";
import { EventDetails } from "./event-details";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const type = query.get("type") || null;
  const person = query.get("person") ?? "";
  const filter = { type, personId: isId(person) ? person : null };
  const [page, staff] = await Promise.all([
    listAuditEvents(ctx, { ...filter, after: query.get("after") }),
    listStaff(ctx),
  ]);
  return {
    title: translator(ctx.locale)("desk:admin.audit"),
    filter,
    page,
    names: await nameEventIds(ctx, page.rows),
    staff: staff.map(({ id, name }) => ({ id, name })),
  };
});

/** What was done, by whom and when. Nothing here can be changed. */
export default function Audit() {
  const { title, filter, page, names, staff } = useLoaderData<typeof loader>();
  const t = useT();
  const { type, personId: person } = filter;
  const at = (after: string | null) => (after ? paths.desk.admin("audit", { type, person, after }) : null);
  const columns: Column<AuditRow>[] = [
    {
      label: t("desk:audit.at"),
      cell: (row) => <TimeText at={row.at} style="dated" className="num whitespace-nowrap" />,
    },
    { label: t("desk:audit.what"), heading: true, cell: (row) => eventWord(t, row.type) },
    { label: t("desk:audit.who"), cell: (row) => <bdi>{actorName(t, row)}</bdi> },
    {
      label: t("desk:audit.about"),
      cell: (row) =>
        row.ticketNumber ? (
          <a className="num" href={paths.desk.ticket(row.ticketNumber)}>
            #{row.ticketNumber}
          </a>
        ) : row.personName ? (
          <bdi>{row.personName}</bdi>
        ) : (
          <span className="faint">—</span>
        ),
    },
    { label: t("desk:audit.details"), cell: (row) => <EventDetails data={row.data} names={names} /> },
  ];
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.auditLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-52">
          <Select
            key={type}
            name="type"
            label={t("desk:audit.what")}
            defaultValue={type ?? ""}
            placeholder={t(person ? "desk:audit.allActs" : "desk:audit.allButTickets")}
            options={groupTypes(t, page.types)}
          />
        </div>
        <div className="min-w-0 flex-1 basis-52">
          <Select
            key={person}
            name="person"
            label={t("desk:audit.person")}
            defaultValue={person ?? ""}
            placeholder={t("desk:audit.everybody")}
            options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <Button>{t("desk:audit.filter")}</Button>
        {type || person ? (
          <LinkButton variant="ghost" href={paths.desk.admin("audit")}>
            {t("desk:audit.clear")}
          </LinkButton>
        ) : null}
      </Form>
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState icon={ScrollText} title={t("desk:audit.empty")} />
        )}
      </Card>
    </Sheet>
  );
}

type T = ReturnType<typeof useT>;

function actorName(t: T, { type, actorKind, actorName, personName }: AuditRow): string {
  if (actorKind === "person") return actorName ?? t("desk:audit.erased");
  // Who signs in is not signed in yet: the act is theirs all the same.
  if (actorKind === "anonymous" && personName && type !== "person.sign_in_failed") return personName;
  return t(actorKind === "system" ? "desk:actor.system" : `desk:actor.${actorKind === "rule" ? "rule" : "stranger"}`);
}

/** The types that ever happened, under the thing they happen to. */
function groupTypes(t: T, types: readonly string[]) {
  const groups = new Map<string, string[]>();
  for (const type of types) {
    const area = type.slice(0, type.indexOf("."));
    groups.set(area, [...(groups.get(area) ?? []), type]);
  }
  return [...groups].map(([area, of]) => ({
    label: eventWord(t, area),
    options: of.map((type) => ({ value: type, label: eventWord(t, type) })),
  }));
}
