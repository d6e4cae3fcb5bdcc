import type { SearchDocument } from "../document";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);

/** A document of the suite's small library; whatever is not said is a public English article. */
export function documentOf(over: Partial<SearchDocument> & { group: string }): SearchDocument {
  const { kind = "article", locale = "en", group } = over;
  const translated = kind === "article" || kind === "faq" || kind === "news";
  return {
    id: translated ? `${kind}:${group}:${locale}` : `${kind}:${group}`,
    kind,
    locale,
    title: "",
    keywords: "",
    body: "",
    audience: ["public", "staff"],
    facets: [],
    at: new Date(START),
    quality: 0.5,
    data: { slug: group },
    version: START,
    ...over,
  };
}

const day = (n: number) => new Date(START + n * DAY);

/** What the reading cases search in. */
export const corpus: SearchDocument[] = [
  documentOf({
    group: "password",
    title: "Reset your password",
    body: "Open the sign-in page and choose “Forgotten password”. We send a link that is valid for one hour.",
    facets: ["category=account", "locale=en"],
    data: { slug: "reset-password" },
  }),
  documentOf({
    group: "password",
    locale: "it",
    title: "Reimpostare la password",
    body: "Nella pagina di accesso si sceglie «Password dimenticata». Il collegamento vale un'ora.",
    facets: ["category=account", "locale=it"],
  }),
  documentOf({
    group: "password",
    locale: "ru",
    title: "Как сбросить пароль",
    body: "Откройте страницу входа и выберите «Забыли пароль». Ссылка действует один час.",
    facets: ["category=account", "locale=ru"],
  }),
  documentOf({
    group: "seal",
    title: "Replace the shaft seal of a pump",
    keywords: "gasket, SP-20, WX-4712",
    body: "Close both valves. Loosen the four screws of the housing, take the worn seal out and clean the shaft.",
    facets: ["category=repairs", "locale=en"],
  }),
  documentOf({
    group: "leak",
    title: "Water under the pump",
    body: "Small leaks come from the seal. A leaking pump must be switched off. Error E42 on the display says the same.",
    facets: ["category=repairs", "locale=en"],
  }),
  documentOf({
    group: "invoice",
    title: "Where to find your invoices",
    body: "Every invoice is sent by e-mail and stays in the portal for ten years.",
    facets: ["category=billing", "locale=en"],
  }),
  documentOf({
    group: "città",
    locale: "it",
    title: "Consegne in città",
    body: "Le spedizioni urgenti arrivano in giornata. L'indirizzo si può cambiare fino alle dieci.",
    facets: ["category=delivery", "locale=it"],
  }),
  documentOf({
    group: "garantie",
    locale: "ro",
    title: "Garanția pompelor și a motoarelor",
    body: "Garanția acoperă piesele și manopera. Soluțiile pentru defecțiuni se găsesc în această pagină.",
    facets: ["category=repairs", "locale=ro"],
  }),
  documentOf({
    group: "ёлка",
    locale: "ru",
    title: "Режим работы в праздники",
    body: "Заказы на ёлки и гирлянды принимаем до двадцатого декабря. Счета-фактуры отправляем по почте. Второй тариф без доплаты, йод не входит.",
    facets: ["category=delivery", "locale=ru"],
  }),
  documentOf({
    group: "staff-only",
    title: "Discounts for loyal customers",
    body: "Agents may give a discount of ten percent. The codeword is zanzibar. Passwords are never asked for.",
    audience: ["staff"],
    facets: ["category=internal", "locale=en"],
  }),
  documentOf({ group: "nobody", title: "Draft nobody may read", body: "The codeword is mombasa.", audience: [] }),
  documentOf({
    group: "t1",
    kind: "ticket",
    title: "Pump stopped on line 2",
    keywords: "10482 SP-20",
    body: "",
    audience: ["queue:repairs", "person:giulia"],
    facets: ["queue=repairs", "state=open", "tag=urgent", "from=giulia"],
    at: day(30),
    data: { number: 10482 },
  }),
  documentOf({
    group: "t1",
    kind: "message",
    id: "message:m1",
    title: "Pump stopped on line 2",
    body: "Since this morning the pump does not start and the fuse blows.",
    audience: ["queue:repairs", "person:giulia"],
    facets: ["queue=repairs", "state=open", "tag=urgent", "from=giulia"],
    at: day(30),
  }),
  documentOf({
    group: "t1",
    kind: "message",
    id: "message:m2",
    title: "Pump stopped on line 2",
    body: "Internal: the customer of the stopped pump owes us for the marmalade contract.",
    audience: ["queue:repairs"],
    facets: ["queue=repairs", "state=open", "tag=urgent", "from=marco"],
    at: day(31),
  }),
  documentOf({
    group: "t2",
    kind: "ticket",
    title: "Pump delivered without papers",
    audience: ["queue:sales", "person:paolo"],
    facets: ["queue=sales", "state=closed", "from=paolo"],
    at: day(10),
  }),
];
