import { Select } from "~/components/ui/select";
import { PRIORITIES, priorityCode } from "~/domain/tickets/states";
import { useT } from "~/i18n/use-t";
import { TranslatedFields } from "../translated-fields";

type Words = Partial<Record<string, string>>;
type Props = {
  type: { name?: Words; hint?: Words; queueId?: string; priority?: string };
  queues: readonly { id: string; name: string }[];
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** What a request type is called, and where its tickets go. */
export function TypeFields({ type, queues, values, errors }: Props) {
  const t = useT();
  return (
    <>
      <TranslatedFields
        name="name"
        label={t("desk:admin.name")}
        words={type.name}
        values={values}
        errors={errors}
        maxLength={80}
        required
      />
      <TranslatedFields
        name="hint"
        label={t("desk:admin.hint")}
        hint={t("desk:admin.hintHint")}
        words={type.hint}
        values={values}
        errors={errors}
        maxLength={300}
      />
      <div className="two">
        <Select
          name="queueId"
          label={t("tickets:field.queue")}
          defaultValue={values?.queueId ?? type.queueId}
          error={errors?.queueId}
          options={queues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="priority"
          label={t("tickets:field.priority")}
          defaultValue={values?.priority ?? type.priority ?? "normal"}
          error={errors?.priority}
          options={PRIORITIES.map((p) => ({ value: p, label: `${priorityCode(p)} ${t(`tickets:priority.${p}`)}` }))}
        />
      </div>
    </>
  );
}
