import { AUTH_RESULTS } from "~/domain/mail/auth-results";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import type { Translate } from "~/i18n/translate";
import type { ConditionChoices } from "../../conditions/choices";

/** What a mailroom rule's conditions choose from, worded; `addresses` are ours. */
export function mailConditionChoices(t: Translate, addresses: readonly string[]): ConditionChoices {
  const worded = (fact: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`mailrules:value.${fact}.${value}`) }));
  const results = worded("auth", AUTH_RESULTS);
  return {
    address: addresses.map((address) => ({ value: address, label: address })),
    language: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    spf: results,
    dkim: results,
    dmarc: results,
    dmarcPolicy: worded("dmarcPolicy", ["none", "quarantine", "reject"]),
    known: worded("known", ["customer", "staff", "unknown"]),
    thread: worded("thread", ["new", "join", "link"]),
    automatic: worded("yesNo", ["yes", "no"]),
    list: worded("yesNo", ["yes", "no"]),
  };
}
