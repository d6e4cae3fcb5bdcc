import { Form, useNavigation } from "@remix-run/react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import type { FoundAnswer } from "~/domain/search/found-answer";
import type { RequestTypeChoice } from "~/domain/routing/list-request-types.server";
import { MAX_SUBJECT, MAX_TEXT } from "~/domain/tickets/limits";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import { useKeptText } from "../use-kept-text";
import { AnswerForms } from "./answers/answer-list";
import { AnswersStep } from "./answers/answers-step";
import { LiveAnswers } from "./answers/live-answers";
import { useScripted } from "./answers/use-scripted";
import { FileFields } from "./file-fields";
import { GuestFields } from "./guest-fields";
import { RestoredNote } from "./restored-note";

type Field = "typeId" | "subject" | "text" | "cc";
type Props = {
  types: readonly RequestTypeChoice[];
  formId: string;
  prefill: Record<Field, string>;
  failure: Failure | undefined;
  /** What to look at before it is sent. */
  answers: readonly FoundAnswer[];
};

/** What is needed for a ticket. A stranger also says who writes, and sends files only after signing in. */
export function NewTicketForm({ types, formId: fresh, prefill, failure, answers }: Props) {
  const { person } = usePageFacts();
  const t = useT();
  const navigation = useNavigation();
  const scripted = useScripted();
  const form = useRef<HTMLFormElement>(null);
  const [formId, adopt] = useState(failure?.values.formId ?? fresh);
  const page = paths.newTicket();
  const { restored, discard } = useKeptText(form, { page, formId, adopt, answered: Boolean(failure) });
  const sending = navigation.formMethod === "POST" && navigation.formAction === page;
  const field = (name: Field) => ({
    name,
    error: failure?.failure.fields[name],
    defaultValue: failure ? failure.values[name] : prefill[name],
  });
  return (
    <>
      {answers.length > 0 ? <AnswersStep answers={answers} query={failure?.values.subject ?? ""} /> : null}
      <Form
        ref={form}
        method="post"
        action={page}
        encType={person ? "multipart/form-data" : undefined}
        className="card pad form"
        id="new-ticket"
      >
        <FormErrors message={failure?.failure.message} errors={failure?.failure.fields} />
        <input type="hidden" name="formId" value={formId} />
        {scripted || answers.length > 0 ? <input type="hidden" name="answersSeen" value="yes" /> : null}
        {person ? null : <GuestFields failure={failure} />}
        {types.length > 0 ? (
          <RadioGroup
            {...field("typeId")}
            cards
            required
            label={t("portal:new.type")}
            options={types.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
          />
        ) : null}
        <TextInput
          {...field("subject")}
          label={t("tickets:field.subject")}
          required
          maxLength={MAX_SUBJECT}
          autoComplete="off"
        />
        <TextArea
          {...field("text")}
          label={t("portal:new.text")}
          hint={t("portal:new.textHint")}
          rows={8}
          className="min-h-40"
          required
          maxLength={MAX_TEXT}
        />
        {answers.length > 0 ? null : <LiveAnswers form={form} />}
        {person ? (
          <>
            <FileFields failure={failure} />
            <TextInput
              {...field("cc")}
              label={t("portal:new.cc")}
              hint={t("portal:new.ccHint")}
              inputMode="email"
              autoComplete="off"
              optional
            />
          </>
        ) : null}
        <div className="form-actions">
          <Button variant="primary" size="lg" busy={sending}>
            {answers.length > 0 ? t("portal:answers.send") : t(person ? "portal:new.send" : "portal:new.sendAsGuest")}
          </Button>
          <RestoredNote shown={restored} onDiscard={discard} />
        </div>
      </Form>
      <AnswerForms />
    </>
  );
}
