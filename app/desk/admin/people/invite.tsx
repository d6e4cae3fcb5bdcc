import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { invitePerson } from "~/domain/access/invite-person.server";
import { listQueueNames } from "~/domain/identity/list-queue-names.server";
import { invitePersonForm } from "~/domain/identity/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { MemberFields } from "./member-fields";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  queues: await listQueueNames(ctx),
  title: translator(ctx.locale)("identity:people.invite"),
}));

export const action = adminAction(async (ctx, { request }) => {
  const { email, role, queues } = await readInput(ctx, request, invitePersonForm);
  await invitePerson(ctx, { address: email, role, queueIds: queues });
  return redirectWithToast(paths.desk.admin("people"), { key: "identity:toast.invited", params: { address: email } });
});

/** Address, role and queues; the rest is the invited person's own. */
export default function Invite() {
  const { queues } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const { fields = {} } = failed?.failure ?? {};
  return (
    <Sheet
      slim
      title={t("identity:people.invite")}
      lead={t("identity:people.inviteLead", { count: 7 })}
      crumbs={[{ href: paths.desk.admin("people"), label: t("identity:people.title") }]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <TextInput
            name="email"
            type="email"
            label={t("identity:field.email")}
            autoComplete="off"
            required
            maxLength={254}
            defaultValue={failed?.values.email}
            error={fields.email}
          />
          <MemberFields
            role={failed?.values.role ?? "agent"}
            queueIds={failed?.values["queues[]"]?.split(",") ?? []}
            queues={queues}
            errors={fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("identity:people.inviteDo")}</Button>
            <LinkButton href={paths.desk.admin("people")}>{t("identity:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
