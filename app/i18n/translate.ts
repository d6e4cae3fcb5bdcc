/** Strings by full key: "portal:home.title". */
export type Strings = Record<string, string>;
export type Params = Record<string, string | number>;
export type Translate = (key: string, params?: Params) => string;

const rules = new Map<string, Intl.PluralRules>();
function plural(locale: string, count: number): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  return rule.select(count);
}

const numbers = new Map<string, Intl.NumberFormat>();
function number(locale: string, value: number): string {
  let format = numbers.get(locale);
  if (!format)
    numbers.set(locale, (format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 })));
  return format.format(value);
}

/**
 * The string of a key in i18next's JSON v4 format: `{{name}}` is replaced by the parameter as text (React escapes it),
 * and with `count` the CLDR plural form (`key_one`, `key_few`, `key_many`, `key_other`) is taken. An unknown key is
 * its own text.
 */
export function translate(strings: Strings, locale: string, key: string, params?: Params): string {
  const count = params?.count;
  const form =
    typeof count === "number" ? (strings[`${key}_${plural(locale, count)}`] ?? strings[`${key}_other`]) : undefined;
  const text = form ?? strings[key] ?? key;
  if (!params) return text;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === "number" ? number(locale, value) : value;
  });
}
