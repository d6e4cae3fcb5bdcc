/** The offsets of a zone around one UTC year: `offsets[k]` (seconds east of UTC) holds from `starts[k]` (epoch seconds)
 * to the next start; the first holds from long before, the last for long after. */
export type ZoneYear = { readonly starts: readonly number[]; readonly offsets: readonly number[] };

const DAY = 86_400;
/** The clock never changed twice within less than 3.9 days, in no zone since 1850; two days find every change. */
const STEP = 2 * DAY;
/** Local dates up to four days outside the year reach into it. */
const MARGIN = 6 * DAY;

/** The IANA names of three letters; ICU knows others (BST is its Dhaka, IST its Calcutta) that mean something else here. */
const SHORT_NAMES = new Set("CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET".split(" "));
const NAME = /^[a-z][a-z0-9_+-]*(\/[a-z0-9_+-]+)*$/i;

type Zone = { format: Intl.DateTimeFormat; years: Map<number, ZoneYear> };
const zones = new Map<string, Zone>();

/** Whether `name` is an IANA time zone (links such as Asia/Calcutta too, case does not matter); no offsets like +02:00. */
export function isTimeZone(name: string): boolean {
  return findZone(name) !== null;
}

/** The offsets of a known zone from six days before a UTC year to six days after it. */
export function offsetsAround(timeZone: string, year: number): ZoneYear {
  const zone = findZone(timeZone);
  if (!zone) throw new RangeError(`no time zone ${timeZone}`);
  let found = zone.years.get(year);
  if (!found) zone.years.set(year, (found = findOffsets(zone.format, year)));
  return found;
}

function findZone(name: string): Zone | null {
  const key = name.toLowerCase();
  const known = zones.get(key);
  if (known) return known;
  if (!NAME.test(name) || (name.length === 3 && !SHORT_NAMES.has(name.toUpperCase()))) return null;
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset", hour: "numeric" });
    const zone = { format, years: new Map<number, ZoneYear>() };
    zones.set(key, zone);
    return zone;
  } catch {
    return null;
  }
}

function findOffsets(format: Intl.DateTimeFormat, year: number): ZoneYear {
  const end = Date.UTC(year + 1, 0, 1) / 1000 + MARGIN;
  let at = Date.UTC(year, 0, 1) / 1000 - MARGIN;
  let offset = offsetAt(format, at);
  const starts = [-Infinity];
  const offsets = [offset];
  while (at < end) {
    const next = at + STEP;
    const nextOffset = offsetAt(format, next);
    if (nextOffset !== offset) {
      starts.push(findChange(format, at, next, offset));
      offsets.push(nextOffset);
      offset = nextOffset;
    }
    at = next;
  }
  return { starts, offsets };
}

/** The first second after `before` whose offset is no longer `offset`. */
function findChange(format: Intl.DateTimeFormat, before: number, after: number, offset: number): number {
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(format, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/** "3 PM GMT+05:30" ends in the offset; "GMT" alone is zero, and offsets before standard time carry seconds. */
function offsetAt(format: Intl.DateTimeFormat, at: number): number {
  const text = format.format(at * 1000);
  const sign = text.indexOf("GMT") + 3;
  if (sign === text.length) return 0;
  const size =
    Number(text.slice(sign + 1, sign + 3)) * 3600 +
    Number(text.slice(sign + 4, sign + 6)) * 60 +
    Number(text.slice(sign + 7, sign + 9));
  return text[sign] === "+" ? size : -size;
}
