import { Form, useNavigation } from "@remix-run/react";
import { useRef } from "react";
import { Button } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { TextArea } from "~/components/ui/text-area";
import { MAX_TEXT } from "~/domain/tickets/limits";
import type { PortalTicket } from "~/domain/tickets/portal-views";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { useForgetSent, useKeptText } from "../use-kept-text";
import { FileFields } from "./file-fields";
import { RestoredNote } from "./restored-note";

type Props = {
  ticket: PortalTicket;
  formId: string;
  adopt: (formId: string) => void;
  sentIds: readonly string[];
  failure: Failure | undefined;
};

/** The customer's answer. On a solved or closed ticket it reopens it or opens a linked one, and says so first. */
export function ReplyForm({ ticket, formId, adopt, sentIds, failure }: Props) {
  const t = useT();
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const here = paths.ticket(ticket.number);
  useForgetSent(sentIds);
  const { restored, discard } = useKeptText(form, { page: here, formId, adopt, answered: Boolean(failure) });
  const sending = navigation.formMethod === "POST" && navigation.formAction === here;
  const { followsUp } = ticket;
  const hint = followsUp
    ? "closed"
    : ticket.state === "closed"
      ? "reopen"
      : ticket.state === "solved"
        ? "solved"
        : null;
  return (
    <Form
      ref={form}
      id="reply"
      method="post"
      action={here}
      encType="multipart/form-data"
      className="card pad form print:hidden"
      aria-labelledby="reply-title"
    >
      <h2 id="reply-title">{t(followsUp ? "portal:reply.followUp" : "portal:reply.title")}</h2>
      {hint ? <p className="muted">{t(`portal:reply.${hint}Hint`)}</p> : null}
      <FormErrors message={failure?.failure.message} errors={failure?.failure.fields} />
      <input type="hidden" name="formId" value={formId} />
      <TextArea
        name="text"
        label={t("portal:reply.text")}
        labelHidden
        rows={5}
        className="min-h-32"
        required
        maxLength={MAX_TEXT}
        placeholder={t("portal:reply.placeholder")}
        defaultValue={failure?.values.text}
        error={failure?.failure.fields.text}
      />
      <FileFields failure={failure} />
      <div className="form-actions">
        <Button variant="primary" size="lg" busy={sending}>
          {t(followsUp ? "portal:reply.sendFollowUp" : "portal:reply.send")}
        </Button>
        <RestoredNote shown={restored} onDiscard={discard} />
      </div>
    </Form>
  );
}
