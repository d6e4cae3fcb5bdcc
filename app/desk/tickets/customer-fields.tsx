import { useFetcher } from "@remix-run/react";
import { type ChangeEvent, useEffect, useRef } from "react";
import { TextInput } from "~/components/ui/text-input";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import type { loader } from "../customers/suggestions";

type Props = {
  values: Record<string, string | undefined>;
  errors: Record<string, string | undefined>;
};

const REST_MS = 200;

/** Whom the ticket is for. While the address is typed, known customers are offered, and a known one's name is filled in. */
export function CustomerFields({ values, errors }: Props) {
  const t = useT();
  const known = useFetcher<typeof loader>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const filled = useRef("");
  const contacts = known.data?.contacts ?? [];
  const suppressed = known.data?.suppressed;

  useEffect(() => () => clearTimeout(timer.current), []);

  function type({ currentTarget: { value, form } }: ChangeEvent<HTMLInputElement>) {
    clearTimeout(timer.current);
    const chosen = contacts.find(({ address }) => address === value.trim().toLowerCase());
    if (chosen) fillName(form?.elements.namedItem("name"), chosen.name);
    if (value.trim().length > 1)
      timer.current = setTimeout(() => known.load(paths.desk.customerSuggestions(value.trim())), REST_MS);
  }
  function fillName(field: unknown, text: string) {
    if (!(field instanceof HTMLInputElement) || (field.value && field.value !== filled.current)) return;
    field.value = filled.current = text;
  }

  return (
    <div className="two">
      <div>
        <TextInput
          name="email"
          type="email"
          label={t("desk:new.email")}
          hint={t("desk:new.emailHint")}
          defaultValue={values.email}
          error={errors.email}
          required
          maxLength={254}
          autoComplete="off"
          list="known-customers"
          onChange={type}
        />
        <datalist id="known-customers">
          {contacts.map(({ address, name, organization }) => (
            <option key={address} value={address}>
              {[name, organization].filter(Boolean).join(" · ")}
            </option>
          ))}
        </datalist>
        <p role="status" className="hint warn mt-1 empty:hidden">
          {suppressed ? (
            <>
              {t("replies:suppressed.title", { address: suppressed.address })}.{" "}
              {t("replies:suppressed.why", { reason: t(`desk:reason.${suppressed.reason}`) })}{" "}
              {t("replies:suppressed.until")} <TimeText at={suppressed.until} style="dateTime" />
            </>
          ) : null}
        </p>
      </div>
      <TextInput
        name="name"
        label={t("desk:new.name")}
        hint={t("desk:new.nameHint")}
        defaultValue={values.name}
        error={errors.name}
        maxLength={120}
        autoComplete="off"
        optional
      />
    </div>
  );
}
