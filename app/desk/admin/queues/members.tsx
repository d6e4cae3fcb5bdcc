import { Form, useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { Users } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrors } from "~/components/ui/form-errors";
import { Chip } from "~/components/ui/chip";
import { Table } from "~/components/ui/table";
import { listAgents } from "~/domain/identity/list-agents.server";
import { setQueueMembers } from "~/domain/routing/set-queue-members.server";
import { readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { isId } from "~/lib/id";
import type { QueueOutlet } from "./layout";

export const loader = adminLoader(async (ctx) => ({
  agents: (await listAgents(ctx)).map(({ id, name, role }) => ({ id, name, role })),
}));

export const action = adminAction(async (ctx, { request, params }) => {
  const queueId = idParam(params, "queueId");
  const form = await readForm(ctx, request);
  const assignable = new Set(form.getAll("assignable"));
  const members = form
    .getAll("members")
    .filter((id): id is string => typeof id === "string" && isId(id))
    .map((personId) => ({ personId, assignable: assignable.has(personId) }));
  await setQueueMembers(ctx, queueId, members);
  return redirectWithToast(paths.desk.admin(`queues/${queueId}/members`), { key: "desk:toast.saved" });
});

/** Who works in the queue, and to whom it gives new tickets. */
export default function QueueMembers() {
  const { queue } = useOutletContext<QueueOutlet>();
  const { agents } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const memberOf = new Map(queue.members.map((member) => [member.id, member]));
  if (agents.length === 0)
    return (
      <Card>
        <EmptyState
          icon={Users}
          title={t("desk:admin.noAgents")}
          action={
            <LinkButton size="sm" href={paths.desk.admin("people/invite")}>
              {t("desk:admin.invite")}
            </LinkButton>
          }
        />
      </Card>
    );
  return (
    <Card>
      <Form method="post">
        <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
        <p className="muted small p-(--pad)">
          {t("desk:admin.membersLead")}{" "}
          {queue.team ? (
            <>
              {t("agents:queue.membersOfTeam")}{" "}
              <a href={paths.desk.admin(`teams/${queue.team.id}`)}>{queue.team.name}</a>
            </>
          ) : null}
        </p>
        <Table
          caption={t("desk:admin.members")}
          rows={agents}
          rowKey={({ id }) => id}
          columns={[
            {
              label: t("desk:admin.member"),
              heading: true,
              cell: ({ id, name, role }) => (
                <label className="pick">
                  {/* Whom the team gives, only the team takes: a field that is read-only is not sent, so it is sent beside. */}
                  <input
                    type="checkbox"
                    data-row-box
                    name={memberOf.get(id)?.viaTeam ? "ofTeam" : "members"}
                    value={id}
                    defaultChecked={memberOf.has(id)}
                    disabled={memberOf.get(id)?.viaTeam}
                  />
                  {memberOf.get(id)?.viaTeam ? <input type="hidden" name="members" value={id} /> : null}
                  <span className="wrap-anywhere">
                    {name} <span className="muted small">{t(`identity:role.${role}`)}</span>{" "}
                    {memberOf.get(id)?.viaTeam ? <Chip>{t("agents:queue.viaTeam")}</Chip> : null}
                  </span>
                </label>
              ),
            },
            {
              label: t("desk:admin.assignable"),
              end: true,
              cell: ({ id, name }) => (
                <label className="row-option inline-grid min-h-6 min-w-6 place-items-center">
                  <input
                    type="checkbox"
                    className="size-4 accent-brand"
                    name="assignable"
                    value={id}
                    defaultChecked={memberOf.get(id)?.assignable ?? true}
                  />
                  <span className="sr">{t("desk:admin.assignableOf", { name })}</span>
                </label>
              ),
            },
          ]}
        />
        <div className="form-actions p-(--pad)">
          <Button variant="primary">{t("desk:admin.save")}</Button>
        </div>
      </Form>
    </Card>
  );
}
