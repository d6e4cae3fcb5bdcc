/** What is wrong with a duration as typed. */
export type DurationProblem = "empty" | "noUnit" | "unknownUnit" | "badDuration" | "noDays";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How each language writes the units; reading knows all of them at once, since none means two things. */
const SYMBOLS: Record<string, readonly [day: string, hour: string, minute: string, second: string]> = {
  en: ["d", "h", "min", "s"],
  it: ["g", "h", "min", "s"],
  ro: ["z", "h", "min", "s"],
  ru: ["д", "ч", "мин", "с"],
};
const WORDS: readonly [seconds: number, words: string][] = [
  [DAY, "d day days g giorno giorni gg z zi zile д дн день дня дней"],
  [HOUR, "h hr hrs hour hours ora ore oră ч час часа часов"],
  [MINUTE, "m min mins minute minutes minuto minuti minut м мин минута минуты минуту минут"],
  [1, "s sec secs second seconds secondo secondi secundă secunde с сек секунда секунды секунду секунд"],
];
const UNITS = new Map(WORDS.flatMap(([seconds, words]) => words.split(" ").map((word) => [word, seconds] as const)));

const PART = /(\d+(?:[.,]\d+)?)\s*(\p{L}*)\.?/gu;

/**
 * Seconds of a duration such as "4h", "30m", "1d 2h", "1,5 ore" or "90 с", or what is wrong with it. A day is 24 hours;
 * without `days` it is refused, since on working time nobody can say how long a day is. Each unit comes once.
 */
export function parseDuration(
  text: string,
  { days = true }: { days?: boolean } = {},
): { seconds: number } | { problem: DurationProblem } {
  const typed = text.trim().toLowerCase().normalize("NFC");
  if (!typed) return { problem: "empty" };
  if (typed.replace(PART, "").trim()) return { problem: "badDuration" };
  const seen = new Set<number>();
  let seconds = 0;
  for (const [, amount = "", word = ""] of typed.matchAll(PART)) {
    if (!word) return { problem: "noUnit" };
    const unit = UNITS.get(word);
    if (unit === undefined) return { problem: "unknownUnit" };
    if (unit === DAY && !days) return { problem: "noDays" };
    if (seen.has(unit)) return { problem: "badDuration" };
    seen.add(unit);
    seconds += Number(amount.replace(",", ".")) * unit;
  }
  return Number.isFinite(seconds) ? { seconds: Math.round(seconds) } : { problem: "badDuration" };
}

/** Whole seconds in a language's units, largest first, as `parseDuration` reads them; without `days` in hours at most. */
export function formatDuration(seconds: number, locale: string, { days = true }: { days?: boolean } = {}): string {
  const [day, hour, minute, second] = SYMBOLS[locale] ?? ["d", "h", "min", "s"];
  const parts: [number, string][] = [
    ...(days ? [[Math.floor(seconds / DAY), day] as [number, string]] : []),
    [Math.floor((days ? seconds % DAY : seconds) / HOUR), hour],
    [Math.floor((seconds % HOUR) / MINUTE), minute],
    [seconds % MINUTE, second],
  ];
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}\u00a0${unit}`);
  return said.join(" ") || `0\u00a0${second}`;
}
