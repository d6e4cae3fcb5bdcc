import { domainOf, normaliseAddress } from "~/domain/identity/address";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import type { Condition } from "~/lib/conditions/schema";
import { subjectOf } from "../message-from-mail";

export const SUGGESTIONS = ["from", "domain", "name", "subject", "list", "address", "attachment"] as const;
export type Suggestion = { key: (typeof SUGGESTIONS)[number]; condition: Condition };

const MAX = 200;
/** Everybody's providers: their domain says nothing of who writes. */
const PROVIDERS =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|gmx|libero|virgilio|tiscali|mail|yandex|proton|protonmail)\.[a-z.]+$/;

/** Conditions that hold of a mail, for a rule that is made from it; the first is what most rules ask. */
export function suggestConditions(
  mail: Pick<ParsedMail, "from" | "subject" | "visibleText" | "headers" | "attachments">,
  addresses: readonly string[],
): Suggestion[] {
  const from = mail.from && normaliseAddress(mail.from.address);
  const domain = from ? domainOf(from) : "";
  const listId = /<([^<>\s]+)>/.exec(mail.headers.get("list-id") ?? "")?.[1] ?? mail.headers.get("list-id");
  const types = [...new Set(mail.attachments.filter(({ inline }) => !inline).map(({ type }) => type))];
  const offered: [Suggestion["key"], string, Condition["op"], (string | null | undefined)[]][] = [
    ["list", "header:list-id", "contains", [listId]],
    ["from", "from", "is", [from]],
    ["domain", "domain", "is", [PROVIDERS.test(domain) ? null : domain]],
    ["name", "name", "is", [mail.from?.name]],
    ["subject", "subject", "contains", [subjectOf(mail)]],
    ["address", "address", "in", [...addresses]],
    ["attachment", "attachmentType", "is", types],
  ];
  return offered.flatMap(([key, fact, op, given]) => {
    const values = given.flatMap((value) => (value?.trim() ? [value.trim().slice(0, MAX)] : [])).slice(0, 20);
    return values.length ? [{ key, condition: { fact, op, values } }] : [];
  });
}
