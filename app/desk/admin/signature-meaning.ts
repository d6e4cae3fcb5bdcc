import type { Translate } from "~/i18n/translate";
import type { SignatureVariable } from "~/lib/signature-words";

/** What a variable of a signature stands for. */
export const signatureMeaning = (t: Translate, name: SignatureVariable): string =>
  t(name === "agent.name" ? "templates:signature.agent.name" : `templates:variable.${name}`);
