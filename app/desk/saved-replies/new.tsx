import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { getDeskChoices } from "~/domain/tickets/get-desk-choices.server";
import { saveReply } from "~/domain/tickets/save-reply.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { readSavedReply } from "./read-saved-reply.server";
import { ReplyFields } from "./reply-fields";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx) => ({
  title: translator(ctx.locale)("replies:new"),
  administrator: ctx.actor.role === "administrator",
  queues: (await getDeskChoices(ctx)).queues,
}));

export const action = agentAction(async (ctx, { request }) => {
  await saveReply(ctx, null, readSavedReply(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.savedReplies(), { key: "replies:toast.made" });
});

/** A saved reply of one's own; administrators also make them for all. */
export default function NewSavedReply() {
  const { title, administrator, queues } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet slim title={title} crumbs={[{ href: paths.desk.savedReplies(), label: t("replies:title") }]}>
      <Card padded>
        <Form method="post" encType="multipart/form-data" className="form">
          <FailureErrors of={failed} />
          <ReplyFields reply={null} failed={failed} queues={queues} administrator={administrator} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.savedReplies()}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
