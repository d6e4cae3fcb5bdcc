import { Chip } from "~/components/ui/chip";
import type { RuleActions } from "~/domain/routing/rules";
import { useI18n } from "~/i18n/use-t";
import type { RuleChoices } from "./rule-choices.server";

type Props = { actions: RuleActions; choices: Omit<RuleChoices, "conditions"> };

/** What a rule does, as a list in the reader's language; what is gone is marked. */
export function ActionWords({ actions, choices }: Props) {
  const { t, locale } = useI18n();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  let gone = false;
  const name = (options: RuleChoices["queues"], id: string) => {
    const found = options.find(({ value }) => value === id);
    if (!found) gone = true;
    return found?.label ?? t("routing:conditions.gone");
  };
  const parts = [
    actions.queueId && t("routing:rules.does.queue", { queue: name(choices.queues, actions.queueId) }),
    actions.priority && t("routing:rules.does.priority", { priority: name(choices.priorities, actions.priority) }),
    actions.tags.length && t("routing:rules.does.tags", { tags: list.format(actions.tags) }),
    actions.followerIds.length &&
      t("routing:rules.does.followers", {
        people: list.format(actions.followerIds.map((id) => name(choices.agents, id))),
      }),
    actions.skills.length &&
      t("routing:rules.does.skills", {
        skills: list.format(
          actions.skills.map(({ skillId, level }) =>
            t("routing:rules.skillFrom", { skill: name(choices.skills, skillId), level }),
          ),
        ),
      }),
    actions.stop && t("routing:rules.does.stop"),
  ].filter((part): part is string => typeof part === "string" && part !== "");
  return (
    <span className="wrap-anywhere">
      {parts.join(" · ")} {gone ? <Chip tone="danger">{t("routing:conditions.broken")}</Chip> : null}
    </span>
  );
}
