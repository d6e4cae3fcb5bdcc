import { useId, useRef } from "react";
import { Field } from "~/components/ui/field";
import { useT } from "~/i18n/use-t";

type Props = { used: readonly string[]; defaultValue: string; error: string | undefined };

/** Free words separated by commas; with script, a click adds one that others have. */
export function RegionField({ used, defaultValue, error }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const label = useId();
  const add = (word: string) => {
    if (!input.current) return;
    const words = input.current.value.split(",").map((text) => text.trim());
    input.current.value = [...words.filter((text) => text && text !== word), word].join(", ");
  };
  return (
    <div className="grid gap-2">
      <Field
        name="regions"
        label={t("agents:field.regions")}
        hint={t("agents:field.regionsHint")}
        error={error}
        optional
      >
        {(control) => <input {...control} ref={input} className="field" maxLength={2000} defaultValue={defaultValue} />}
      </Field>
      {used.length ? (
        <div role="group" aria-labelledby={label} className="flex flex-wrap items-center gap-2">
          <span id={label} className="muted small">
            {t("agents:field.regionsUsed")}
          </span>
          {used.map((word) => (
            <button key={word} type="button" className="btn sm max-w-full wrap-anywhere" onClick={() => add(word)}>
              {word}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
