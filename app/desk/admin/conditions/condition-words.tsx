import { Chip } from "~/components/ui/chip";
import { useI18n } from "~/i18n/use-t";
import type { Condition, Conditions } from "~/lib/conditions/schema";
import type { ConditionChoices } from "./choices";
import { type FactNamespace, factWords } from "./fact-words";
import { BLOCKS } from "./read-conditions";

type Props = { conditions: Conditions; choices: ConditionChoices; words?: FactNamespace };

/** Conditions as a sentence in the reader's language; values that are gone are marked. */
export function ConditionWords({ conditions, choices, words = "routing" }: Props) {
  const { t, locale } = useI18n();
  if (BLOCKS.every((block) => conditions[block].length === 0)) return <>{t(`${words}:conditions.always`)}</>;
  const gone = BLOCKS.some((block) => conditions[block].some((condition) => lostValues(condition, choices).length > 0));
  const parts = BLOCKS.filter((block) => conditions[block].length > 0).map((block) => {
    const list = new Intl.ListFormat(locale, { type: block === "all" ? "conjunction" : "disjunction" });
    const said = list.format(conditions[block].map((condition) => sentenceOf(condition, choices, words, t, locale)));
    const shown = block === "none" || (block === "any" && conditions[block].length > 1) ? block : "all";
    return t(`routing:conditions.words.${shown}`, { conditions: said });
  });
  return (
    <span className="wrap-anywhere">
      {parts.join("; ")} {gone ? <Chip tone="danger">{t("routing:conditions.broken")}</Chip> : null}
    </span>
  );
}

/** One condition in words: "Subject contains “pump”". */
export function ConditionSentence({
  condition,
  choices,
  words = "routing",
}: Omit<Props, "conditions"> & { condition: Condition }) {
  const { t, locale } = useI18n();
  return <>{sentenceOf(condition, choices, words, t, locale)}</>;
}

function sentenceOf(
  { fact, op, values }: Condition,
  choices: ConditionChoices,
  words: FactNamespace,
  t: ReturnType<typeof useI18n>["t"],
  locale: string,
): string {
  const names = new Map(choices[fact]?.map(({ value, label }) => [value, label]));
  const coded = choices[fact] !== undefined;
  const shown = values.map(
    (value) => names.get(value) ?? (coded ? t("routing:conditions.gone") : t("routing:conditions.quoted", { value })),
  );
  const all = op === "all_words" ? "conjunction" : "disjunction";
  return t(`routing:conditions.say.${op}`, {
    fact: factWords(t, words, fact),
    values: new Intl.ListFormat(locale, { type: all }).format(shown),
  });
}

/** Values that the choices no longer offer; a fact without choices takes any. */
export function lostValues({ fact, values }: Condition, choices: ConditionChoices): string[] {
  const offered = choices[fact];
  return offered ? values.filter((value) => !offered.some((choice) => choice.value === value)) : [];
}
