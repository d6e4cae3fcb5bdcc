import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";
import { FollowerFields } from "./follower-fields";
import type { RuleChoices } from "./rule-choices.server";
import type { RuleDraft } from "./read-rule-form";
import { withGone } from "./with-gone";

type Props = {
  draft: RuleDraft;
  choices: Omit<RuleChoices, "conditions">;
  errors: Record<string, string> | undefined;
};

const LEVELS = ["1", "2", "3", "4", "5"];

/** What a rule does with the tickets it applies to. */
export function ActionFields({ draft, choices, errors = {} }: Props) {
  const t = useT();
  return (
    <>
      {errors.actions ? (
        <div className="fl">
          <FieldError id="f-actions" error={errors.actions} />
        </div>
      ) : null}
      <div className="two">
        <Select
          name="actions.queueId"
          label={t("tickets:field.queue")}
          placeholder={t("routing:rules.leave")}
          defaultValue={draft.queueId}
          error={errors["actions.queueId"]}
          options={withGone(choices.queues, draft.queueId, t("routing:conditions.gone"))}
        />
        <Select
          name="actions.priority"
          label={t("tickets:field.priority")}
          placeholder={t("routing:rules.leave")}
          defaultValue={draft.priority}
          error={errors["actions.priority"]}
          options={choices.priorities}
        />
      </div>
      <TextInput
        name="actions.tags"
        label={t("tickets:field.tags")}
        hint={t("routing:rules.tagsHint")}
        defaultValue={draft.tags}
        error={errors["actions.tags"]}
        autoComplete="off"
        optional
      />
      <FollowerFields chosen={draft.followerIds} offered={choices.agents} error={errors["actions.followerIds"]} />
      <SkillFields draft={draft} skills={choices.skills} error={errors["actions.skills"]} />
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

/** Each skill with the least level that will do. */
function SkillFields({
  draft,
  skills,
  error,
}: {
  draft: RuleDraft;
  skills: RuleChoices["skills"];
  error: string | undefined;
}) {
  const t = useT();
  const gone = Object.keys(draft.skills).filter((id) => !skills.some(({ value }) => value === id));
  const all = [...gone.map((value) => ({ value, label: t("routing:conditions.gone") })), ...skills];
  if (!all.length) return null;
  return (
    <fieldset className="fl" id="f-actions-skills">
      <legend>
        {t("routing:rules.skills")} <span className="opt">{t("common:optional")}</span>
      </legend>
      <p className="hint">{t("routing:rules.skillsHint")}</p>
      <div className="grid gap-2 tablet:grid-cols-2 laptop:grid-cols-3">
        {all.map(({ value, label }) => (
          <Select
            key={value}
            name={`actions.skills.${value}`}
            label={<bdi>{label}</bdi>}
            placeholder={t("routing:rules.notAsked")}
            defaultValue={draft.skills[value] ?? ""}
            options={LEVELS.map((level) => ({ value: level, label: t("routing:rules.fromLevel", { level }) }))}
          />
        ))}
      </div>
      <FieldError id="f-actions-skills" error={error} />
    </fieldset>
  );
}
