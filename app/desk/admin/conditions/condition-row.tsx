import { ChevronDown, X } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { fieldId, FieldError } from "~/components/ui/field";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";
import {
  type FactCatalogue,
  familyOf,
  kindOf,
  nameInFamily,
  OPERATORS,
  OPERATORS_WITHOUT_VALUES,
  PATTERN_OPERATORS,
} from "~/lib/conditions/schema";
import { ChoiceValues } from "./choice-values";
import type { ConditionChoices } from "./choices";
import { type FactNamespace, factWords } from "./fact-words";
import { PatternField, type PatternTrial } from "./pattern-field";
import type { RawCondition } from "./read-conditions";

type Props = {
  name: string;
  editName: string;
  removal: string;
  number: number;
  row: RawCondition;
  catalogue: FactCatalogue;
  choices: ConditionChoices;
  words: FactNamespace;
  trial: PatternTrial | undefined;
  error: string | undefined;
  onFact: (fact: string) => void;
  onRemove: () => void;
};

/** One condition: a fact, how it is compared, and with what. */
export function ConditionRow(props: Props) {
  const { name, editName, removal, number, row, catalogue, choices, words, trial, error, onFact, onRemove } = props;
  const t = useT();
  const [op, setOp] = useState(row.op);
  const kind = kindOf(catalogue, row.fact);
  const family = familyOf(row.fact);
  const fact = kind && family ? family : row.fact;
  const id = fieldId(name);
  const operators: readonly string[] = kind ? OPERATORS[kind] : [];
  const current = operators.includes(op) ? op : (operators[0] ?? "");
  const valueless = (OPERATORS_WITHOUT_VALUES as readonly string[]).includes(current);
  const asksPattern = (PATTERN_OPERATORS as readonly string[]).includes(current);
  return (
    <fieldset className="grid gap-2 rounded-s border border-line bg-surface-2 p-2" aria-describedby={`${id}-error`}>
      <legend className="sr">{t("routing:conditions.number", { number })}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 tablet:grid-cols-[minmax(0,11rem)_minmax(0,15rem)_minmax(0,1fr)_auto]">
        <div className="grid gap-2">
          <PlainSelect
            label={t("routing:conditions.fact")}
            name={`${name}.fact`}
            value={fact}
            onChange={onFact}
            options={[...(kind ? [] : [row.fact]), ...Object.keys(catalogue)].map((fact) => ({
              value: fact,
              label: factWords(t, words, fact),
            }))}
          />
          {family ? (
            <input
              className="field"
              name={`${name}.name`}
              aria-label={t("routing:conditions.headerName")}
              placeholder={t("routing:conditions.headerName")}
              defaultValue={nameInFamily(row.fact)}
              autoComplete="off"
              spellCheck={false}
              maxLength={76}
            />
          ) : null}
        </div>
        <PlainSelect
          key={row.fact}
          label={t("routing:conditions.operator")}
          name={`${name}.op`}
          value={current}
          onChange={setOp}
          options={operators.map((value) => ({ value, label: t(`routing:conditions.op.${value}`) }))}
        />
        <div className="col-span-2 min-w-0 tablet:col-span-1" hidden={valueless} key={`${row.fact} values`}>
          {kind === "choice" || kind === "calendar" ? (
            <ChoiceValues name={`${name}.values`} chosen={row.values} offered={choices[row.fact] ?? []} error={error} />
          ) : asksPattern ? (
            <PatternField
              name={name}
              editName={editName}
              value={row.values[0] ?? ""}
              trial={trial}
              invalid={error !== undefined}
              describedBy={`${id}-error`}
            />
          ) : kind === "number" ? (
            <input
              className="field num max-w-40"
              type="number"
              step="any"
              id={fieldId(`${name}.values`)}
              name={`${name}.number`}
              aria-label={t("routing:conditions.values")}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
              defaultValue={row.values[0] ?? ""}
            />
          ) : (
            <textarea
              className="field min-h-(--row)"
              id={fieldId(`${name}.values`)}
              name={`${name}.text`}
              rows={1}
              aria-label={t("routing:conditions.values")}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : `${id}-hint`}
              placeholder={t(
                `routing:conditions.placeholder.${current.endsWith("_word") || current === "all_words" ? "words" : "text"}`,
              )}
              defaultValue={row.values.join("\n")}
            />
          )}
        </div>
        <Button
          name={editName}
          value={removal}
          size="sm"
          square
          variant="ghost"
          formNoValidate
          className="col-start-2 row-start-1 mt-1 tablet:col-start-4"
          aria-label={t("routing:conditions.remove", { number })}
          icon={<Icon of={X} size={15} />}
          onClick={(event) => {
            event.preventDefault();
            onRemove();
          }}
        />
      </div>
      <noscript>
        <button className="btn sm" name={editName} value="refresh" formNoValidate>
          {t("routing:conditions.refresh")}
        </button>
      </noscript>
      <div className="fl empty:hidden">
        <FieldError id={id} error={error} />
      </div>
    </fieldset>
  );
}

type PlainSelectProps = {
  label: string;
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

function PlainSelect({ label, name, value, options, onChange }: PlainSelectProps) {
  return (
    <span className="with end">
      <select
        className="field"
        id={fieldId(name)}
        name={name}
        aria-label={label}
        defaultValue={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} size={16} />
    </span>
  );
}
