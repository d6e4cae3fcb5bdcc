import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MailX } from "lucide-react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { Select } from "~/components/ui/select";
import { type Column, Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { listSuppressions, type SuppressionRow } from "~/domain/mail/list-suppressions.server";
import { suppressByHand } from "~/domain/mail/suppress-by-hand.server";
import { SUPPRESSION_DAYS, SUPPRESSION_REASONS, suppressionForm } from "~/domain/mail/suppression-schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { MailTabs } from "./mail-tabs";

const HERE = "mail/suppressions";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 254).replaceAll("\0", "");
  const reason = SUPPRESSION_REASONS.find((some) => some === query.get("reason")) ?? null;
  const page = await listSuppressions(ctx, { q, reason, after: query.get("after") });
  return { title: translator(ctx.locale)("mailadmin:suppression.title"), q, reason, page };
});

export const action = adminAction(async (ctx, { request }) => {
  const form = await readInput(ctx, request, suppressionForm);
  await suppressByHand(ctx, form);
  return redirectWithToast(paths.desk.admin(HERE), {
    key: "mailadmin:suppression.added",
    params: { address: form.address },
  });
});

/** Every address that gets no mail for now, and one more by hand. */
export default function Suppressions() {
  const { title, q, reason, page } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const at = (after: string | null) => (after ? paths.desk.admin(HERE, { q, reason, after }) : null);
  const reasons = SUPPRESSION_REASONS.map((value) => ({ value, label: t(`desk:reason.${value}`) }));
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("mailadmin:suppression.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <MailTabs current="suppressions" />
      <h2 className="sr">{title}</h2>
      <Form role="search" method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 max-w-md flex-1 basis-60">
          <SearchInput
            key={q}
            label={t("mailadmin:suppression.search")}
            placeholder={t("mailadmin:suppression.search")}
            defaultValue={q}
          />
        </div>
        <div className="min-w-0 max-w-md flex-1 basis-60">
          <Select
            name="reason"
            label={t("mailadmin:suppression.reason")}
            placeholder={t("mailadmin:suppression.anyReason")}
            defaultValue={reason ?? ""}
            key={reason}
            options={reasons}
          />
        </div>
        <Button>{t("mailadmin:suppression.find")}</Button>
      </Form>
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={title} columns={columns(t)} rows={page.rows} rowKey={({ address }) => address} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState icon={MailX} title={t(`mailadmin:suppression.${q || reason ? "notFound" : "empty"}`)} />
        )}
      </Card>
      <Card padded title={t("mailadmin:suppression.new")} id="new">
        <Form method="post" className="form" key={page.rows.length}>
          <FailureErrors of={failed} />
          <div className="two">
            <TextInput
              name="address"
              type="email"
              label={t("mailadmin:suppression.address")}
              autoComplete="off"
              required
              defaultValue={failed?.values.address}
              error={failed?.failure.fields.address}
            />
            <Select
              name="days"
              label={t("mailadmin:suppression.days")}
              defaultValue={failed?.values.days ?? "14"}
              error={failed?.failure.fields.days}
              options={SUPPRESSION_DAYS.map((count) => ({
                value: String(count),
                label: t("mailadmin:suppression.forDays", { count }),
              }))}
            />
          </div>
          <div className="form-actions">
            <Button variant="primary">{t("mailadmin:suppression.add")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}

const columns = (t: ReturnType<typeof useT>): Column<SuppressionRow>[] => [
  {
    label: t("mailadmin:suppression.address"),
    heading: true,
    cell: ({ address, person }) => (
      <>
        <span className="wrap-anywhere">{address}</span>
        {person ? (
          <a className="small block" href={paths.desk.contact(person.id)}>
            <bdi>{person.name || address}</bdi>
          </a>
        ) : null}
      </>
    ),
  },
  { label: t("mailadmin:suppression.reason"), cell: ({ reason }) => t(`desk:reason.${reason}`) },
  { label: t("mailadmin:suppression.since"), cell: ({ since }) => <TimeText at={since} style="date" /> },
  { label: t("mailadmin:suppression.until"), cell: ({ until }) => <TimeText at={until} style="dateTime" /> },
  {
    label: t("mailadmin:suppression.act"),
    labelHidden: true,
    end: true,
    cell: ({ address }) => (
      <Form method="post" action={paths.desk.admin(`${HERE}/removal`)}>
        <button className="btn sm" name="address" value={address}>
          {t("mailadmin:suppression.lift")} <span className="sr">{address}</span>
        </button>
      </Form>
    ),
  },
];
