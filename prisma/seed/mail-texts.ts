import { createMailText } from "~/domain/mail/templates/create-mail-text.server";
import { addQueueAddress } from "~/domain/routing/add-queue-address.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import type { SeededCompany } from "./seed-company";

const RETURNS = {
  en: {
    subject: "",
    text: "# Your return, ticket #{{ticket.number}}\n\nDear {{customer.firstName}},\n\nplease keep the goods in their box and put the number {{ticket.number}} on it. The label for the courier comes with our reply.\n\nWe open again on {{opening}}.\n\nWe reply by {{replyBy}}.",
  },
  it: {
    subject: "",
    text: "# Reso, ticket #{{ticket.number}}\n\nGentile {{customer.firstName}},\n\nla merce va tenuta nella sua scatola, con il numero {{ticket.number}} ben visibile. L'etichetta per il corriere arriva con la risposta.\n\nIl servizio riapre {{opening}}.\n\nRisposta entro {{replyBy}}.",
  },
  ro: {
    subject: "",
    text: "# Returul dvs., tichetul #{{ticket.number}}\n\nBună ziua, {{customer.firstName}},\n\npăstrați marfa în cutia ei și scrieți pe ea numărul {{ticket.number}}. Eticheta pentru curier vine cu răspunsul nostru.\n\nRedeschidem {{opening}}.\n\nRăspundem până {{replyBy}}.",
  },
  ru: {
    subject: "",
    text: "# Возврат, заявка #{{ticket.number}}\n\nЗдравствуйте, {{customer.firstName}}!\n\nСохраните товар в коробке и напишите на ней номер {{ticket.number}}. Наклейка для курьера придёт с ответом.\n\nСледующее открытие: {{opening}}.\n\nСрок ответа: {{replyBy}}.",
  },
};

/** Words of Northwind's own for returns, and two addresses with what their tickets start with. */
export async function seedMailTexts(ctx: Ctx, company: SeededCompany): Promise<void> {
  const { textId } = await createMailText(ctx, { name: "Returns", texts: RETURNS });
  const at = (local: string) => `${local}@${config().mail.domain}`;
  await addQueueAddress(ctx, {
    queueId: idOf(company.queues, "repairs"),
    address: at("returns"),
    name: "Northwind Returns",
    typeId: idOf(company.types, "damaged"),
    tags: ["return"],
    answer: textId,
    signature: "{{company.name}} Returns · {{company.phone}}",
  });
  await addQueueAddress(ctx, {
    queueId: idOf(company.queues, "billing"),
    address: at("ufficio"),
    name: "Ufficio Northwind",
    locale: "it",
    priority: "low",
    tags: ["ufficio"],
    signature: "Ufficio {{company.name}}\n{{company.hours}}",
  });
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the seed has no ${key}`);
  return id;
}
