export const LOCALES = ["en", "it", "ro", "ru"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

/** Each language in its own words. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", it: "Italiano", ro: "Română", ru: "Русский" };

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4), or null. */
export function negotiateLocale(header: string | null): Locale | null {
  const wanted = (header ?? "")
    .split(",")
    .map((part, order) => {
      const [tag = "", ...params] = part.trim().split(";");
      const q = Number(
        params
          .find((p) => p.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.toLowerCase().split("-")[0] ?? "", q: Number.isFinite(q) ? q : 0, order };
    })
    .filter((w) => w.q > 0 && isLocale(w.language))
    .sort((a, b) => b.q - a.q || a.order - b.order);
  return (wanted[0]?.language as Locale | undefined) ?? null;
}

export type Half = "portal" | "desk";

/** The namespaces whose strings the desk's browser gets. Mails and API errors stay on the server. */
export const DESK_NAMESPACES: readonly string[] = [
  "common",
  "tickets",
  "identity",
  "desk",
  "routing",
  "agents",
  "sla",
  "calendars",
  "contracts",
  "mailroom",
  "mailrules",
  "mailadmin",
  "templates",
  "replies",
  "transfer",
  "knowledge",
  "answers",
  "search",
  "news",
];
