import { useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { Person } from "~/components/ui/person";
import { Table } from "~/components/ui/table";
import { listInvitations } from "~/domain/access/list-invitations.server";
import { listStaff } from "~/domain/identity/list-staff.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  people: await listStaff(ctx),
  invitations: await listInvitations(ctx),
  title: translator(ctx.locale)("identity:people.title"),
}));

/** Everybody at the desk, and who is invited. */
export default function People() {
  const { people, invitations } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      title={t("identity:people.title")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" href={paths.desk.admin("people/invite")}>
          {t("identity:people.invite")}
        </LinkButton>
      }
    >
      <Card>
        <Table
          caption={t("identity:people.title")}
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            {
              label: t("identity:field.name"),
              heading: true,
              cell: (person) => (
                <a href={paths.desk.admin(`people/${person.id}`)}>
                  <Person name={person.name} size="sm" />
                </a>
              ),
            },
            { label: t("identity:field.email"), cell: ({ email }) => <bdi className="wrap-anywhere">{email}</bdi> },
            {
              label: t("identity:field.role"),
              cell: ({ role, deactivatedAt }) => (
                <>
                  {t(`identity:role.${role}`)}{" "}
                  {deactivatedAt ? <Chip tone="warn">{t("identity:people.deactivated")}</Chip> : null}
                </>
              ),
            },
            {
              label: t("identity:field.queues"),
              cell: ({ role, queues }) =>
                role === "administrator"
                  ? t("identity:people.allQueues")
                  : queues.map(({ name }) => name).join(", ") || "–",
            },
            {
              label: t("identity:people.lastSeen"),
              cell: ({ lastSeenAt }) => (lastSeenAt ? <TimeText at={lastSeenAt} /> : "–"),
            },
          ]}
        />
      </Card>
      {invitations.length ? (
        <Card id="invitations" title={t("identity:people.invitations")}>
          <ul className="divide-y divide-line">
            {invitations.map((invitation) => (
              <li key={invitation.id} className="flex flex-wrap items-center gap-3 px-(--pad) py-3">
                <div className="min-w-0 flex-1 basis-60">
                  <p className="wrap-anywhere">
                    <bdi>{invitation.address}</bdi>{" "}
                    <span className="muted">{t(`identity:role.${invitation.role}`)}</span>{" "}
                    {invitation.expired ? <Chip tone="warn">{t("identity:people.expired")}</Chip> : null}
                  </p>
                  <p className="muted small num">
                    {t("identity:people.invited")} <TimeText at={invitation.createdAt} style="date" />
                  </p>
                </div>
                <form method="post" action={paths.desk.admin(`people/invitations/${invitation.id}/resend`)}>
                  <Button size="sm" aria-label={t("identity:people.resendTo", { address: invitation.address })}>
                    {t("identity:people.resend")}
                  </Button>
                </form>
                <form method="post" action={paths.desk.admin(`people/invitations/${invitation.id}/withdrawal`)}>
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-label={t("identity:people.withdrawOf", { address: invitation.address })}
                  >
                    {t("identity:people.withdraw")}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Sheet>
  );
}
