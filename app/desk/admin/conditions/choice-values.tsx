import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Chip } from "~/components/ui/chip";
import { fieldId } from "~/components/ui/field";
import { Icon } from "~/components/ui/icon";
import { useI18n } from "~/i18n/use-t";

type Choice = { value: string; label: string };
type Props = {
  name: string;
  /** what readers hear of the group */
  label?: string;
  chosen: readonly string[];
  offered: readonly Choice[];
  error: string | undefined;
};

/** So many stand side by side; more of them fold. */
const INLINE = 4;
const FILTERED = 12;

/** Several of a list, as checkboxes. What was chosen and is no longer offered stays, marked as gone. */
export function ChoiceValues({ name, label: title, chosen, offered, error }: Props) {
  const { t, locale } = useI18n();
  const [now, setNow] = useState<readonly string[]>(chosen);
  const [filter, setFilter] = useState("");
  const known = new Set(offered.map(({ value }) => value));
  const gone = chosen.filter((value) => !known.has(value));
  const wanted = filter.trim().toLocaleLowerCase(locale);
  const box = (value: string, label: string, lost: boolean) => (
    <label className="pick" key={value} hidden={!label.toLocaleLowerCase(locale).includes(wanted)}>
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={chosen.includes(value)}
        aria-invalid={error ? true : undefined}
        onChange={({ currentTarget: { checked } }) =>
          setNow((before) => (checked ? [...before, value] : before.filter((v) => v !== value)))
        }
      />
      <span className="wrap-anywhere">
        <bdi>{label}</bdi> {lost ? <Chip tone="danger">{t("routing:conditions.gone")}</Chip> : null}
      </span>
    </label>
  );
  const boxes = [
    ...gone.map((value) => box(value, t("routing:conditions.goneValue", { id: value.slice(-6) }), true)),
    ...offered.map(({ value, label }) => box(value, label, false)),
  ];
  if (!boxes.length) return <p className="muted small py-1.5">{t("routing:conditions.nothingOffered")}</p>;
  const group = { role: "group", "aria-label": title ?? t("routing:conditions.values") } as const;
  if (boxes.length <= INLINE)
    return (
      <div {...group} id={fieldId(name)} className="flex flex-wrap gap-x-4">
        {boxes}
      </div>
    );
  const names = new Map(offered.map(({ value, label }) => [value, label]));
  const said = now.map((value) => names.get(value) ?? t("routing:conditions.gone"));
  return (
    <details
      id={fieldId(name)}
      className="rounded-s border border-field-line bg-surface"
      open={error ? true : undefined}
    >
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-2 px-3 py-1">
        <span className="min-w-0 flex-1 wrap-anywhere">
          {said.length ? said.join(", ") : <span className="faint">{t("routing:conditions.choose")}</span>}
        </span>
        <Icon of={ChevronDown} size={16} />
      </summary>
      <div {...group} className="grid max-h-64 gap-0.5 overflow-auto border-t border-line px-3 py-2">
        {boxes.length > FILTERED ? (
          <input
            type="search"
            className="field js-only mb-1"
            aria-label={t("routing:conditions.filter")}
            placeholder={t("routing:conditions.filter")}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.preventDefault();
            }}
          />
        ) : null}
        {boxes}
      </div>
    </details>
  );
}
