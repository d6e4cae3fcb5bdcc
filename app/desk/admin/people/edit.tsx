import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { changeMember } from "~/domain/identity/change-member.server";
import { getMember } from "~/domain/identity/get-member.server";
import { listQueueNames } from "~/domain/identity/list-queue-names.server";
import { changeMemberForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { MemberFields } from "./member-fields";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const member = await getMember(ctx, idParam(params, "personId"));
  return { member, queues: await listQueueNames(ctx), title: member.name };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const personId = idParam(params, "personId");
  const { role, queues } = await readInput(ctx, request, changeMemberForm);
  await changeMember(ctx, { personId, role, queueIds: queues });
  return redirectWithToast(paths.desk.admin("people"), { key: "identity:toast.saved" });
});

/** A colleague's role and queues; the account can be shut and opened again. */
export default function EditMember() {
  const { member, queues } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const act = member.deactivatedAt ? "activation" : "deactivation";
  return (
    <Sheet
      slim
      title={member.name}
      lead={<bdi className="wrap-anywhere">{member.email}</bdi>}
      crumbs={[{ href: paths.desk.admin("people"), label: t("identity:people.title") }]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <MemberFields
            role={failed?.values.role ?? member.role}
            queueIds={failed?.values["queues[]"]?.split(",") ?? member.queueIds}
            queues={queues}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("identity:account.save")}</Button>
            <LinkButton href={paths.desk.admin("people")}>{t("identity:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <Card padded id="account" title={t(`identity:people.${act}`)}>
        <p className="muted small mb-3">{t(`identity:people.${act}Lead`)}</p>
        <form method="post" action={paths.desk.admin(`people/${member.id}/${act}`)}>
          <Button variant={member.deactivatedAt ? "default" : "danger"}>{t(`identity:people.${act}Do`)}</Button>
        </form>
      </Card>
    </Sheet>
  );
}
