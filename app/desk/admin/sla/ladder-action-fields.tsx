import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import type { PolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { priorityCode } from "~/domain/tickets/states";
import { useT } from "~/i18n/use-t";
import { type ActionDraft, FIELD_OF } from "./policy-draft";

type Props = { name: string; action: ActionDraft; choices: PolicyChoices; error: string | undefined };

const RAISED = ["urgent", "high", "normal"] as const;
const ROLES = ["assignee", "lead", "manager", "members"] as const;

/** One thing that a step does. */
export function LadderActionFields({ name, action, choices, error }: Props) {
  const t = useT();
  const field = {
    name: `${name}.${FIELD_OF[action.do]}`,
    label: t(`sla:ladder.do.${action.do}`),
    defaultValue: action.value,
    error,
  };
  const people = choices.people.map(({ id, name }) => ({ value: id, label: name }));
  const queues = choices.queues.map(({ id, name }) => ({ value: id, label: name }));
  const roles = ROLES.map((who) => ({ value: who as string, label: t(`sla:ladder.who.${who}`) }));
  /** What was chosen and has gone stays to be seen, so that the error speaks of something. */
  const gone = (offered: readonly { value: string }[]) =>
    action.value && !offered.some(({ value }) => value === action.value)
      ? [{ value: action.value, label: t("sla:policy.gone") }]
      : [];
  return (
    <div className="min-w-0 flex-1">
      <input type="hidden" name={`${name}.do`} value={action.do} />
      {action.do === "notify" ? (
        <Select
          {...field}
          options={[
            { label: t("sla:ladder.byRole"), options: roles },
            { label: t("sla:ladder.byName"), options: [...people, ...gone([...roles, ...people])] },
          ]}
        />
      ) : action.do === "raise_priority" ? (
        <Select
          {...field}
          options={RAISED.map((to) => ({ value: to, label: `${priorityCode(to)} ${t(`tickets:priority.${to}`)}` }))}
        />
      ) : action.do === "reroute" ? (
        <Select {...field} placeholder={t("sla:ladder.chooseQueue")} options={[...queues, ...gone(queues)]} />
      ) : (
        <TextInput {...field} type="url" inputMode="url" placeholder="https://" maxLength={500} autoComplete="off" />
      )}
    </div>
  );
}
