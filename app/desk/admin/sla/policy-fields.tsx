import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { SLA_FACTS } from "~/domain/sla/facts";
import type { PolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { PAUSING_STATES, SLA_KINDS } from "~/domain/sla/schema";
import { useT } from "~/i18n/use-t";
import type { ConditionChoices } from "../conditions/choices";
import { ConditionFields } from "../conditions/condition-fields";
import { LadderFields } from "./ladder-fields";
import type { PolicyDraft } from "./policy-draft";
import { TargetFields } from "./target-fields";

type Props = {
  draft: PolicyDraft;
  choices: PolicyChoices;
  conditionChoices: ConditionChoices;
  errors: Record<string, string> | undefined;
};

const CLOCKS = ["working", "wall"] as const;

/** Everything that a policy says. */
export function PolicyFields({ draft, choices, conditionChoices, errors }: Props) {
  const t = useT();
  const own = choices.calendars.find(({ isDefault }) => isDefault);
  return (
    <>
      <div className="two">
        <TextInput
          name="name"
          label={t("sla:policy.name")}
          defaultValue={draft.name}
          error={errors?.name}
          required
          maxLength={80}
        />
        <Select
          name="calendarId"
          label={t("sla:policy.calendar")}
          defaultValue={draft.calendarId}
          error={errors?.calendarId}
          placeholder={own ? t("sla:policy.calendarOwn", { name: own.name }) : t("sla:policy.calendarNone")}
          options={[
            ...choices.calendars.map(({ id, name }) => ({ value: id, label: name })),
            ...(draft.calendarId && !choices.calendars.some(({ id }) => id === draft.calendarId)
              ? [{ value: draft.calendarId, label: t("sla:policy.gone") }]
              : []),
          ]}
        />
      </div>

      <section aria-labelledby="policy-conditions" className="grid gap-3 border-t pt-5">
        <div>
          <h2 id="policy-conditions">{t("sla:policy.conditions")}</h2>
          <p className="muted small">{t("sla:policy.conditionsHint")}</p>
        </div>
        <ConditionFields
          name="conditions"
          catalogue={SLA_FACTS}
          value={draft.conditions}
          choices={conditionChoices}
          errors={errors}
        />
      </section>

      <section aria-labelledby="f-targets" className="grid gap-4 border-t pt-5">
        <div>
          <h2 id="f-targets" tabIndex={-1}>
            {t("sla:policy.targets")}
          </h2>
          <p className="muted small">{t("sla:policy.targetsHint")}</p>
          <ul className="muted small mt-1 grid gap-1">
            {CLOCKS.map((clock) => (
              <li key={clock}>
                <b>{t(`sla:policy.clock.${clock}`)}</b>: {t(`sla:policy.clockHint.${clock}`)}
              </li>
            ))}
          </ul>
          {errors?.targets ? <p className="small mt-1 font-medium text-danger">{errors.targets}</p> : null}
        </div>
        {SLA_KINDS.map((kind) => (
          <TargetFields key={kind} kind={kind} target={draft.targets[kind]} errors={errors} />
        ))}
      </section>

      <fieldset className="grid gap-2 border-t pt-5">
        <legend className="sr">{t("sla:policy.pauses")}</legend>
        <h2 aria-hidden="true">{t("sla:policy.pauses")}</h2>
        <p className="muted small">{t("sla:policy.pausesHint")}</p>
        <div className="picks">
          {PAUSING_STATES.map((state) => (
            <label key={state} className="pick">
              <input
                type="checkbox"
                name={`pauses.${state}`}
                value="yes"
                defaultChecked={draft.pauses.includes(state)}
              />
              <span>{t(`tickets:state.${state}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>

      <section aria-labelledby="f-ladder" className="grid gap-3 border-t pt-5">
        <div>
          <h2 id="f-ladder" tabIndex={-1}>
            {t("sla:ladder.title")}
          </h2>
          <p className="muted small">{t("sla:ladder.hint")}</p>
          {errors?.ladder ? <p className="small mt-1 font-medium text-danger">{errors.ladder}</p> : null}
        </div>
        <LadderFields ladder={draft.ladder} choices={choices} errors={errors} />
      </section>
    </>
  );
}
