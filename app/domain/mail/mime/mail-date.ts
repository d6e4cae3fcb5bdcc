const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  bst: 60,
  wet: 0,
  west: 60,
  jst: 540,
};
const RFC =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})[,\s]+(\d{1,2})\s*[:.]\s*(\d{2})(?:\s*[:.]\s*(\d{2}))?(?:\.\d+)?\s*(.*)$/i;
const ASCTIME = /([a-z]{3})\s+(\d{1,2}),?\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([a-z]{1,5})\s+)?(\d{4})(.*)$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})[t ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(.*)$/i;

/** RFC 5322 date with obsolete and common broken forms, as an instant; null when it is no date. An unknown zone counts as UTC. */
export function parseMailDate(raw: string): Date | null {
  const text = raw
    .slice(0, 200)
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const rfc = RFC.exec(text);
  if (rfc) return build(rfc[3], monthOf(rfc[2]), rfc[1], rfc[4], rfc[5], rfc[6], rfc[7]);
  const asc = ASCTIME.exec(text);
  if (asc) return build(asc[7], monthOf(asc[1]), asc[2], asc[3], asc[4], asc[5], `${asc[6] ?? ""}${asc[8] ?? ""}`);
  const iso = ISO.exec(text);
  if (iso) return build(iso[1], Number(iso[2]) - 1, iso[3], iso[4], iso[5], iso[6], iso[7]);
  return null;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").toLowerCase());
}

function build(
  yearText: string | undefined,
  month: number,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): Date | null {
  let year = Number(yearText);
  // RFC 5322 4.3: two digits below 50 are 20xx, all other short years count from 1900.
  if ((yearText ?? "").length < 4) year += year < 50 && (yearText ?? "").length === 2 ? 2000 : 1900;
  const parts = [Number(day), Number(hour), Number(minute), Math.min(Number(second ?? 0), 59)] as const;
  if (month < 0 || month > 11 || parts[0] < 1 || parts[0] > 31 || parts[1] > 24 || parts[2] > 59) return null;
  const instant = Date.UTC(year, month, ...parts) - offsetMinutes(zone ?? "") * 60_000;
  return Number.isFinite(instant) && year >= 1900 && year <= 9998 ? new Date(instant) : null;
}

function offsetMinutes(zone: string): number {
  const numeric = /([+-])\s?(\d{1,2}):?(\d{2})?\b/.exec(zone);
  if (numeric) {
    const hours = Number(numeric[2]);
    const minutes = hours * 60 + Number(numeric[3] ?? 0);
    return hours > 14 ? 0 : numeric[1] === "-" ? -minutes : minutes;
  }
  return ZONES[/[a-z]+/i.exec(zone)?.[0].toLowerCase() ?? ""] ?? 0;
}
