import { FieldError, firstError } from "~/components/ui/field";
import { useT } from "~/i18n/use-t";
import { ChoiceValues } from "../conditions/choice-values";

type Props = {
  chosen: readonly string[];
  offered: readonly { value: string; label: string }[];
  error: string | undefined;
};

/** The agents whom a rule makes followers. */
export function FollowerFields({ chosen, offered, error }: Props) {
  const t = useT();
  return (
    <fieldset className="fl">
      <legend>
        {t("tickets:field.followers")} <span className="opt">{t("common:optional")}</span>
      </legend>
      <ChoiceValues
        name="actions.followerIds"
        label={t("tickets:field.followers")}
        chosen={chosen}
        offered={offered}
        error={firstError(error)}
      />
      <FieldError id="f-actions-followerIds" error={error} />
    </fieldset>
  );
}
