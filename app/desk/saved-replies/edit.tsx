import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import { getDeskChoices } from "~/domain/tickets/get-desk-choices.server";
import { getSavedReply } from "~/domain/tickets/get-saved-reply.server";
import { saveReply } from "~/domain/tickets/save-reply.server";
import { REPLY_LANGUAGES } from "~/domain/tickets/saved-reply-schema";
import type { SavedReplyDetails } from "~/domain/tickets/saved-reply-views";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { ArchiveCard } from "../admin/archive-card";
import { Sheet } from "../sheet";
import { readSavedReply } from "./read-saved-reply.server";
import { ReplyFields } from "./reply-fields";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const reply = await getSavedReply(ctx, idParam(params, "savedReplyId"));
  const { queues } = await getDeskChoices(ctx);
  return { title: reply.name, reply, queues, administrator: ctx.actor.role === "administrator" };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const savedReplyId = idParam(params, "savedReplyId");
  await saveReply(ctx, savedReplyId, readSavedReply(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.savedReplies(), { key: "desk:toast.saved" });
});

/** A saved reply: its form for who may change it, its words for everybody else. */
export default function EditSavedReply() {
  const { reply, queues, administrator } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const crumbs = [{ href: paths.desk.savedReplies(), label: t("replies:title") }];
  const title = <bdi className="wrap-anywhere">{reply.name}</bdi>;
  if (!reply.mayChange)
    return (
      <Sheet slim title={title} crumbs={crumbs}>
        <Words reply={reply} />
      </Sheet>
    );
  return (
    <Sheet slim title={title} crumbs={crumbs}>
      <Card padded>
        <Form method="post" encType="multipart/form-data" className="form">
          <FailureErrors of={failed} />
          <ReplyFields reply={reply} failed={failed} queues={queues} administrator={administrator} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.savedReplies()}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <ArchiveCard action={paths.desk.savedReplies(`${reply.id}/archive`)} archived={reply.archivedAt !== null}>
        {t("replies:archiveText")}
      </ArchiveCard>
    </Sheet>
  );
}

function Words({ reply }: { reply: SavedReplyDetails }) {
  const t = useT();
  return (
    <>
      <Banner tone="info">{t("replies:readOnly")}</Banner>
      <Card padded>
        <KeyValue
          items={[
            ...REPLY_LANGUAGES.map(
              (language) =>
                reply.texts[language].trim() !== "" && {
                  label: LOCALE_NAMES[language],
                  value: (
                    <span lang={language} className="whitespace-pre-line">
                      {reply.texts[language]}
                    </span>
                  ),
                },
            ),
            reply.files.length > 0 && {
              label: t("replies:field.files"),
              value: reply.files.map(({ name }) => name).join(", "),
            },
          ]}
        />
      </Card>
    </>
  );
}
