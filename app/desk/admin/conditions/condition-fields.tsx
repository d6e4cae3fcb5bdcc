import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { firstError } from "~/components/ui/field";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";
import type { FactCatalogue } from "~/lib/conditions/schema";
import type { ConditionChoices } from "./choices";
import { ConditionRow } from "./condition-row";
import type { PatternTrial } from "./pattern-field";
import { fittingRow, newRow } from "./edit-conditions";
import type { FactNamespace } from "./fact-words";
import { BLOCKS, type Block, type RawCondition, type RawConditions } from "./read-conditions";

type Props = {
  name: string;
  catalogue: FactCatalogue;
  value: RawConditions;
  choices: ConditionChoices;
  errors?: Readonly<Record<string, string | string[] | undefined>> | undefined;
  words?: FactNamespace;
  /** Where a pattern is tried against a text; needed by facts that take patterns. */
  trial?: PatternTrial | undefined;
};

/**
 * Conditions over facts without code: three blocks of rows. Its buttons send the form as `<name>.edit`; with JavaScript
 * they change the rows in place. A new `value` (typed values given back by the server) starts it afresh.
 */
export function ConditionFields(props: Props) {
  return <Blocks key={JSON.stringify(props.value)} {...props} />;
}

type Keyed = { key: number; row: RawCondition };

function Blocks({ name, catalogue, value, choices, errors, words = "routing", trial }: Props) {
  const t = useT();
  const [rows, setRows] = useState<Record<Block, Keyed[]>>(() => ({
    all: value.all.map(keyed),
    any: value.any.map(keyed),
    none: value.none.map(keyed),
  }));
  const change = (block: Block, next: (list: Keyed[]) => Keyed[]) =>
    setRows((before) => ({ ...before, [block]: next(before[block]) }));
  return (
    <div className="grid gap-4">
      {/* Enter in a text field presses a form's first button: that must not be "remove". */}
      <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
      {BLOCKS.map((block) => (
        <fieldset key={block} className="grid gap-2">
          <legend className="mb-1 font-semibold">{t(`routing:conditions.block.${block}`)}</legend>
          {firstError(errors?.[`${name}.${block}`]) ? (
            <p className="small font-medium text-danger">{firstError(errors?.[`${name}.${block}`])}</p>
          ) : null}
          {rows[block].length > 0 ? (
            <ol className="grid gap-2">
              {rows[block].map(({ key, row }, i) => (
                <li key={key}>
                  <ConditionRow
                    name={`${name}.${block}.${i}`}
                    editName={`${name}.edit`}
                    removal={`remove.${block}.${i}`}
                    number={i + 1}
                    row={row}
                    catalogue={catalogue}
                    choices={choices}
                    words={words}
                    trial={trial}
                    error={rowError(errors, `${name}.${block}.${i}`)}
                    onFact={(fact) =>
                      change(block, (list) =>
                        list.map((item) =>
                          item.key === key
                            ? { ...item, row: fittingRow({ fact, op: "", values: [] }, catalogue) }
                            : item,
                        ),
                      )
                    }
                    onRemove={() => change(block, (list) => list.filter((item) => item.key !== key))}
                  />
                </li>
              ))}
            </ol>
          ) : null}
          <div className="flex flex-wrap items-center gap-x-2">
            {rows[block].length === 0 ? <p className="muted small">{t(`routing:conditions.none.${block}`)}</p> : null}
            <Button
              name={`${name}.edit`}
              value={`add.${block}`}
              size="sm"
              variant="ghost"
              formNoValidate
              aria-label={t("routing:conditions.addTo", { block: t(`routing:conditions.block.${block}`) })}
              icon={<Icon of={Plus} size={15} />}
              onClick={(event) => {
                event.preventDefault();
                change(block, (list) => [...list, keyed(newRow(catalogue), nextKey(list))]);
              }}
            >
              {t("routing:conditions.add")}
            </Button>
          </div>
        </fieldset>
      ))}
    </div>
  );
}

const keyed = (row: RawCondition, key: number): Keyed => ({ key, row });
const nextKey = (list: readonly Keyed[]): number => Math.max(-1, ...list.map(({ key }) => key)) + 1;

/** The first error of a row, whichever part of it is wrong. */
function rowError(errors: Props["errors"], row: string): string | undefined {
  for (const [field, error] of Object.entries(errors ?? {}))
    if (field === row || field.startsWith(`${row}.`)) return firstError(error);
  return undefined;
}
