import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { FILLED_FIELDS } from "~/domain/mailroom/mail-rules";
import { useT } from "~/i18n/use-t";
import { FollowerFields } from "../../rules/follower-fields";
import { withGone } from "../../rules/with-gone";
import type { MailRuleChoices } from "./mail-rule-choices.server";
import { ENDS, type MailRuleDraft } from "./read-mail-rule-form";

type Props = { draft: MailRuleDraft; choices: Omit<MailRuleChoices, "conditions">; errors: Record<string, string> };

/** What a rule does with the mails it holds of: a new ticket's parts, then the mail itself. */
export function MailActionFields({ draft, choices, errors }: Props) {
  const t = useT();
  const offered = (options: Options, chosen: string) => withGone(options, chosen, t("routing:conditions.gone"));
  const choice = (name: "queueId" | "priority" | "typeId" | "assigneeId", label: string, options: Options) => (
    <Select
      name={`actions.${name}`}
      label={label}
      placeholder={t("routing:rules.leave")}
      defaultValue={draft[name]}
      error={errors[`actions.${name}`]}
      options={offered(options, draft[name])}
    />
  );
  return (
    <>
      {errors.actions ? (
        <div className="fl">
          <FieldError id="f-actions" error={errors.actions} />
        </div>
      ) : null}
      <div className="two">
        {choice("queueId", t("tickets:field.queue"), choices.queues)}
        {choice("priority", t("tickets:field.priority"), choices.priorities)}
      </div>
      <div className="two">
        {choice("typeId", t("tickets:field.type"), choices.types)}
        {choice("assigneeId", t("tickets:field.assignee"), choices.agents)}
      </div>
      <TextInput
        name="actions.tags"
        label={t("tickets:field.tags")}
        hint={t("mailrules:action.tagsHint")}
        defaultValue={draft.tags}
        error={errors["actions.tags"]}
        autoComplete="off"
        optional
      />
      <FollowerFields chosen={draft.followerIds} offered={choices.agents} error={errors["actions.followerIds"]} />
      <FilledFields draft={draft} errors={errors} />
      <div className="two">
        <Select
          name="actions.answer"
          label={t("mailrules:action.answer")}
          placeholder={t("mailrules:answer.address")}
          defaultValue={draft.answer}
          error={errors["actions.answer"]}
          options={offered(choices.templates, draft.answer)}
        />
        <Select
          name="actions.end"
          label={t("mailrules:action.end")}
          placeholder={t("mailrules:end.ticket")}
          hint={t("mailrules:action.endHint")}
          defaultValue={draft.end}
          error={errors["actions.end"]}
          options={ENDS.map((value) => ({ value, label: t(`mailrules:end.${value}`) }))}
        />
      </div>
      <div className="two">
        <TextArea
          name="actions.forwardTo"
          label={t("mailrules:action.forwardTo")}
          hint={t("mailrules:action.forwardToHint")}
          defaultValue={draft.forwardTo}
          error={errors["actions.forwardTo"]}
          rows={2}
          optional
        />
        <TextInput
          name="actions.appendTo"
          label={t("mailrules:action.appendTo")}
          hint={t("mailrules:action.appendToHint")}
          defaultValue={draft.appendTo}
          error={errors["actions.appendTo"]}
          autoComplete="off"
          optional
        />
      </div>
      <Checkbox
        name="actions.stop"
        value="yes"
        label={t("routing:rules.stop")}
        hint={t("routing:rules.stopHint")}
        defaultChecked={draft.stop}
      />
    </>
  );
}

type Options = MailRuleChoices["queues"];

/** Fields of a new ticket, written out or filled by the named parts of patterns. */
function FilledFields({ draft, errors }: Omit<Props, "choices">) {
  const t = useT();
  const used = FILLED_FIELDS.some((field) => draft.fields[field] || errors[`actions.fields.${field}`]);
  return (
    <details open={used ? true : undefined}>
      <summary className="cursor-pointer font-semibold">{t("mailrules:action.fields")}</summary>
      <p className="muted small my-2">
        {t("mailrules:action.fieldsHint", { example: "{{name}}", pattern: "(?<name>…)" })}
      </p>
      <div className="grid gap-3 tablet:grid-cols-2">
        {FILLED_FIELDS.map((field) => (
          <TextInput
            key={field}
            name={`actions.fields.${field}`}
            label={t(`mailrules:field.${field}`)}
            defaultValue={draft.fields[field]}
            error={errors[`actions.fields.${field}`]}
            maxLength={200}
            autoComplete="off"
            optional
          />
        ))}
      </div>
    </details>
  );
}
