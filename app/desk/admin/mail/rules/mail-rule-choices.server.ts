import { listAnswerTemplates } from "~/domain/mailroom/rules/list-answer-templates.server";
import { listAgents } from "~/domain/identity/list-agents.server";
import { listQueueAddresses } from "~/domain/mailroom/rules/list-queue-addresses.server";
import type { PersonCtx } from "~/http/ctx.server";
import { translator } from "~/i18n/t.server";
import { conditionChoices } from "../../conditions/condition-choices.server";
import type { ConditionChoices } from "../../conditions/choices";
import { mailConditionChoices } from "./mail-condition-choices";

type Options = { value: string; label: string }[];

/** What a mailroom rule's conditions and actions choose from, worded. */
export type MailRuleChoices = {
  conditions: ConditionChoices;
  queues: Options;
  priorities: Options;
  types: Options;
  agents: Options;
  templates: Options;
};

export async function mailRuleChoices(ctx: PersonCtx): Promise<MailRuleChoices> {
  const t = translator(ctx.locale);
  const [shared, addresses, agents, templates] = await Promise.all([
    conditionChoices(ctx),
    listQueueAddresses(ctx),
    listAgents(ctx),
    listAnswerTemplates(ctx),
  ]);
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return {
    conditions: mailConditionChoices(t, addresses),
    queues: [...(shared.queue ?? [])],
    priorities: [...(shared.priority ?? [])],
    types: [...(shared.type ?? [])],
    agents: named(agents),
    templates: [{ value: "none", label: t("mailrules:answer.none") }, ...named(templates)],
  };
}
