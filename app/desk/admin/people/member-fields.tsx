import { Checkbox } from "~/components/ui/checkbox";
import { RadioGroup } from "~/components/ui/radio-group";
import { useT } from "~/i18n/use-t";

const ROLES = ["agent", "editor", "administrator"] as const;

type Props = {
  role: string;
  queueIds: readonly string[];
  queues: readonly { id: string; name: string }[];
  errors?: Record<string, string>;
};

/** What a colleague may do, and where. */
export function MemberFields({ role, queueIds, queues, errors = {} }: Props) {
  const t = useT();
  return (
    <>
      <RadioGroup
        name="role"
        label={t("identity:field.role")}
        options={ROLES.map((value) => ({
          value,
          label: t(`identity:role.${value}`),
          hint: t(`identity:roleHint.${value}`),
        }))}
        defaultValue={role}
        error={errors.role}
      />
      <fieldset className="fl">
        <legend>{t("identity:field.queues")}</legend>
        <p className="hint">{t("identity:people.queuesHint")}</p>
        <div className="picks">
          {queues.map(({ id, name }) => (
            <Checkbox
              key={id}
              id={`f-queue-${id}`}
              name="queues[]"
              value={id}
              label={name}
              defaultChecked={queueIds.includes(id)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
