import type { TextLocale } from "../schema";
import type { MarkKind } from "./mark";

const WORDS: Record<TextLocale, Record<Exclude<MarkKind, "signature">, string>> = {
  en: {
    name: "name",
    organization: "organization",
    email: "e-mail",
    phone: "phone",
    number: "number",
    address: "address",
    link: "link",
  },
  it: {
    name: "nome",
    organization: "organizzazione",
    email: "e-mail",
    phone: "telefono",
    number: "numero",
    address: "indirizzo",
    link: "link",
  },
  ro: {
    name: "nume",
    organization: "organizație",
    email: "e-mail",
    phone: "telefon",
    number: "număr",
    address: "adresă",
    link: "link",
  },
  ru: {
    name: "имя",
    organization: "организация",
    email: "почта",
    phone: "телефон",
    number: "номер",
    address: "адрес",
    link: "ссылка",
  },
};

/** What stands in a text where something was taken out, in the text's language: `[name]`; nothing for a signature. */
export const placeholder = (locale: TextLocale, kind: MarkKind): string =>
  kind === "signature" ? "" : `[${WORDS[locale][kind]}]`;
