import type { MailForRule } from "~/domain/mailroom/rules/suggest-mail-rule.server";
import type { RawConditions } from "../../conditions/read-conditions";

/** The conditions with those that were ticked at the mail, each once, behind the typed ones. */
export function withSuggestions(
  conditions: RawConditions,
  mail: MailForRule | null,
  ticked: readonly string[],
): RawConditions {
  const chosen = mail?.suggestions.filter(({ key }) => ticked.includes(key)).map(({ condition }) => condition) ?? [];
  return { ...conditions, all: [...conditions.all, ...chosen] };
}
