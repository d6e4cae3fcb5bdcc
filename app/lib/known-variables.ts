import { invalid } from "./errors";
import { unknownVariable } from "./fill-words";

/** Refuses a form in which a text names a variable that nobody knows, at its field and by the variable's name. */
export function assertKnownVariables(
  texts: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): void {
  for (const [field, text] of Object.entries(texts)) {
    const name = unknownVariable(text ?? "", known);
    if (name !== null) throw invalid("common:error.checkFields", { [field]: "templates:error.variable" }, { name });
  }
}
