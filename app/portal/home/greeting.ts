export type DayPart = "morning" | "afternoon" | "evening";

/** Which greeting an instant asks for in a zone: morning from 5, afternoon from 12, evening from 18 o'clock. */
export function dayPart(at: Date, timeZone: string): DayPart {
  const hour = Number(new Intl.DateTimeFormat("en", { hour: "2-digit", hourCycle: "h23", timeZone }).format(at));
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}

/** The name to greet with: "Giulia" of "Giulia Marchetti" and of "Marchetti, Giulia"; null when it is no person's name. */
export function firstName(name: string): string | null {
  if (/[@\d«»"“”]/.test(name)) return null;
  const given = name.includes(",") ? name.slice(name.indexOf(",") + 1) : name;
  const [first = ""] = given.trim().split(/\s+/);
  return /^\p{L}[\p{L}\p{M}'’-]*$/u.test(first) && first.length > 1 && first.length <= 30 ? first : null;
}
