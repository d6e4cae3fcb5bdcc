import { Chip } from "~/components/ui/chip";
import type { MailRule } from "~/domain/mailroom/mail-rules";
import { useI18n } from "~/i18n/use-t";
import { ConditionWords } from "../../conditions/condition-words";
import type { MailRuleChoices } from "./mail-rule-choices.server";

type Props = { rule: Pick<MailRule, "conditions" | "actions">; choices: MailRuleChoices };

/** When a rule holds and what it does, in the reader's language. */
export function MailRuleWords({ rule: { conditions, actions }, choices }: Props) {
  const { t } = useI18n();
  return (
    <>
      <p className="small">
        <span className="muted">{t("routing:rules.when")}: </span>
        <ConditionWords conditions={conditions} choices={choices.conditions} words="mailrules" />
      </p>
      <p className="small">
        <span className="muted">{t("routing:rules.then")}: </span>
        <MailActionWords actions={actions} choices={choices} />
      </p>
    </>
  );
}

/** What a rule does, as a list; what is gone is marked. */
function MailActionWords({ actions, choices }: { actions: MailRule["actions"]; choices: MailRuleChoices }) {
  const { t, locale } = useI18n();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  let gone = false;
  const name = (options: MailRuleChoices["queues"], id: string) => {
    const found = options.find(({ value }) => value === id);
    if (!found) gone = true;
    return found?.label ?? t("routing:conditions.gone");
  };
  const { queueId, priority, typeId, assigneeId, followerIds, answer, appendTo, fields, forwardTo, tags } = actions;
  const parts = [
    queueId && t("routing:rules.does.queue", { queue: name(choices.queues, queueId) }),
    priority && t("routing:rules.does.priority", { priority: name(choices.priorities, priority) }),
    typeId && t("mailrules:does.type", { type: name(choices.types, typeId) }),
    assigneeId && t("mailrules:does.assignee", { name: name(choices.agents, assigneeId) }),
    tags.length && t("routing:rules.does.tags", { tags: list.format(tags) }),
    followerIds.length &&
      t("routing:rules.does.followers", { people: list.format(followerIds.map((id) => name(choices.agents, id))) }),
    ...fields.map(({ field, value }) => t("mailrules:does.field", { field: t(`mailrules:field.${field}`), value })),
    answer === "none" && t("mailrules:does.noAnswer"),
    answer && answer !== "none" && t("mailrules:does.answer", { name: name(choices.templates, answer) }),
    forwardTo.length && t("mailrules:does.forward", { addresses: list.format(forwardTo) }),
    appendTo && t("mailrules:does.append", { number: appendTo }),
    actions.file && t(`mailrules:end.${actions.file}`),
    actions.quarantine && t("mailrules:end.quarantine"),
    actions.discard && t("mailrules:end.discard"),
    actions.stop && t("routing:rules.does.stop"),
  ].filter((part): part is string => typeof part === "string" && part !== "");
  return (
    <span className="wrap-anywhere">
      {parts.join(" · ")} {gone ? <Chip tone="danger">{t("routing:conditions.broken")}</Chip> : null}
    </span>
  );
}
