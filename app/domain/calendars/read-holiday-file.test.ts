import { describe, expect, test } from "vitest";
import { readHolidayFile } from "./read-holiday-file.server";

// The shapes in which programs write holidays: Google (UTC stamps, CLASS, TRANSP), Outlook (midnights in a zone, marked),
// Apple (folded lines, LANGUAGE parameters, VALARM), Thunderbird (LF only).

const file = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Northwind//Holidays//EN", ...events, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const whole = (start: string, name: string, ...more: string[]) =>
  event(`UID:${name}@x`, `DTSTART;VALUE=DATE:${start}`, `SUMMARY:${name}`, ...more);
const read = (text: string) => readHolidayFile(Buffer.from(text), 2026);
const dates = (text: string) => read(text).holidays.map(({ date }) => date);
const refusal = (code: string) => expect.objectContaining({ fields: { ics: `calendars:ics.${code}` } });
const refusalOf = (bytes: string | Uint8Array) => {
  try {
    readHolidayFile(typeof bytes === "string" ? Buffer.from(bytes) : bytes, 2026);
  } catch (error) {
    return error;
  }
};

describe("holidays of", () => {
  test("Google", () => {
    const text = file(
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:Festività in Italia",
      "X-WR-TIMEZONE:UTC",
      event("DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261226", "DTSTAMP:20261101T101500Z", "UID:20261225_a@google.com", "CLASS:PUBLIC", "STATUS:CONFIRMED", "SUMMARY:Natale", "TRANSP:TRANSPARENT"), // prettier-ignore
      event("DTSTART;VALUE=DATE:20261226", "DTEND;VALUE=DATE:20261227", "DTSTAMP:20261101T101500Z", "UID:20261226_b@google.com", "SUMMARY:Santo Stefano", "TRANSP:TRANSPARENT"), // prettier-ignore
      event("DTSTART;VALUE=DATE:20251225", "DTEND;VALUE=DATE:20251226", "UID:20251225_c@google.com", "SUMMARY:Natale"),
    );
    expect(read(text)).toEqual({
      holidays: [
        { date: "2026-12-25", name: "Natale" },
        { date: "2026-12-26", name: "Santo Stefano" },
      ],
      timed: 0,
      past: 1,
      unreadable: 0,
      cancelled: 0,
    });
  });

  test("Outlook", () => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:W. Europe Standard Time", "BEGIN:STANDARD", "DTSTART:16011028T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE"]; // prettier-ignore
    const day = (from: string, to: string, ...more: string[]) =>
      event(`DTSTART;TZID="W. Europe Standard Time":${from}`, `DTEND;TZID="W. Europe Standard Time":${to}`, ...more);
    const marked = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE";
    const text = file(
      ...zone,
      day("20270101T000000", "20270102T000000", "UID:040000008200E00074C5B7101A82E008", "SUMMARY;LANGUAGE=de:Neujahr", marked), // prettier-ignore
      day("20261210T090000", "20261210T170000", "UID:2", "SUMMARY:Stocktaking"),
      day("20261211T000000", "20261212T000000", "UID:3", "SUMMARY:Not marked"),
    );
    expect(read(text)).toMatchObject({ holidays: [{ date: "2027-01-01", name: "Neujahr" }], timed: 2 });
  });

  test("Apple", () => {
    const text = file(
      "X-APPLE-CALENDAR-COLOR:#CC73E1",
      event("TRANSP:TRANSPARENT", "DTEND;VALUE=DATE:20261228", "UID:9F1C", "DTSTART;VALUE=DATE:20261224", "SUMMARY;LANGUAGE=en:Closed between the years\\, as ev", " ery year", "BEGIN:VALARM", "ACTION:NONE", "TRIGGER;VALUE=DATE-TIME:19760401T005545Z", "END:VALARM"), // prettier-ignore
      event("RRULE:FREQ=YEARLY", "UID:8A", "DTSTART;VALUE=DATE:20190815", "DTEND;VALUE=DATE:20190816", "SUMMARY:Ferragosto"), // prettier-ignore
    );
    expect(read(text).holidays).toEqual([
      { date: "08-15", name: "Ferragosto" },
      ...[24, 25, 26, 27].map((day) => ({ date: `2026-12-${day}`, name: "Closed between the years, as every year" })),
    ]);
  });

  test("others: LF only, a mark at the start, UTF-16, the Windows code page, two calendars in a file", () => {
    const text = file(whole("20261225", "Crăciun"));
    expect(dates(text.replaceAll("\r\n", "\n"))).toEqual(["2026-12-25"]);
    expect(dates(`\uFEFF${text}`)).toEqual(["2026-12-25"]);
    const wide = Buffer.from(`\uFEFF${text}`, "utf16le");
    expect(readHolidayFile(wide, 2026).holidays[0]?.name).toBe("Crăciun");
    const windows = Buffer.from(file(whole("20261208", "Mariä Empfängnis")), "latin1");
    expect(readHolidayFile(windows, 2026).holidays[0]?.name).toBe("Mariä Empfängnis");
    expect(dates(file(whole("20261225", "One")) + file(whole("20261226", "Two")))).toEqual([
      "2026-12-25",
      "2026-12-26",
    ]);
  });
});

describe("repetitions", () => {
  const yearly = (rule: string, start = "20200101", ...more: string[]) =>
    dates(file(whole(start, "New Year", `RRULE:${rule}`, ...more)));

  test("every year on its date is one yearly holiday", () => {
    expect(yearly("FREQ=YEARLY")).toEqual(["01-01"]);
    expect(yearly("FREQ=YEARLY;INTERVAL=1;BYMONTH=1;BYMONTHDAY=1")).toEqual(["01-01"]);
    expect(yearly("FREQ=YEARLY", "20240229")).toEqual(["02-29"]);
    expect(yearly("FREQ=YEARLY", "20251231", "DTEND;VALUE=DATE:20260102")).toEqual(["01-01", "12-31"]);
  });

  test("others are dates of five years, exceptions and moved days minded", () => {
    expect(yearly("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")).toEqual(["2026-11-26", "2027-11-25", "2028-11-23", "2029-11-22", "2030-11-28"]); // prettier-ignore
    expect(yearly("FREQ=YEARLY;UNTIL=20280101")).toEqual(["2026-01-01", "2027-01-01", "2028-01-01"]);
    expect(yearly("FREQ=YEARLY;COUNT=8")).toEqual(["2026-01-01", "2027-01-01"]);
    expect(yearly("FREQ=YEARLY", "20280101")).toEqual(["2028-01-01", "2029-01-01", "2030-01-01"]);
    expect(yearly("FREQ=YEARLY", "20240101", "EXDATE;VALUE=DATE:20270101")).toEqual(["2026-01-01", "2028-01-01", "2029-01-01", "2030-01-01"]); // prettier-ignore
    const moved = file(
      event("UID:s", "DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=MONTHLY;COUNT=3", "SUMMARY:Stocktaking"),
      event("UID:s", "RECURRENCE-ID;VALUE=DATE:20260205", "DTSTART;VALUE=DATE:20260209", "SUMMARY:Stocktaking, later"),
    );
    expect(dates(moved)).toEqual(["2026-01-05", "2026-02-09", "2026-03-05"]);
  });

  test("that never end, or make no sense, do not hold the reader up", () => {
    const endless = ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=SECONDLY", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6"]; // prettier-ignore
    const text = file(
      ...endless.map((rule, i) => whole("20200101", `e${i}`, `RRULE:${rule}`)),
      ...Array.from({ length: 300 }, (_, i) => whole("19000101", `d${i}`, "RRULE:FREQ=DAILY;COUNT=100000")),
      whole("20261225", "Christmas"),
    );
    const started = Date.now();
    const found = read(text);
    expect(found.holidays.some(({ date }) => date === "2026-12-25")).toBe(true);
    expect(found.unreadable).toBeGreaterThan(290);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe("what is left out or refused", () => {
  test("cancelled events, twice the same day, a date that the yearly one has already", () => {
    const text = file(
      whole("20261225", "Christmas", "RRULE:FREQ=YEARLY"),
      whole("20261224", "Cancelled", "STATUS:CANCELLED"),
      whole("20261226", "Boxing Day"),
      whole("20261226", "St. Stephen's Day"),
    ).replace("SUMMARY:Christmas", "SUMMARY:Christmas\r\nDESCRIPTION:x");
    const more = text.replace("RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;WKST=MO");
    for (const each of [text, more])
      expect(read(each)).toMatchObject({ holidays: [{ name: "Christmas" }, { name: "Boxing Day" }], cancelled: 1 });
  });

  test.each([
    ["", "notCalendar"],
    ["Dear colleagues, please find attached…", "notCalendar"],
    ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART", "brokenCalendar"],
    ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "brokenCalendar"],
    [file(), "empty"],
    [file(event("UID:1", "DTSTART:20261225T090000Z", "SUMMARY:Call")), "noWholeDays"],
    [file(event("UID:1", "SUMMARY:No start at all")), "noWholeDays"],
    [file(whole("20269999", "No such day")), "noWholeDays"],
  ])("%j is %s", (text, code) => expect(refusalOf(text)).toEqual(refusal(code)));

  test("a picture, a file too large, days without end", () => {
    expect(refusalOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]))).toEqual(refusal("notCalendar"));
    expect(refusalOf(new Uint8Array(1_000_001))).toEqual(refusal("tooLarge"));
    const decades = Array.from({ length: 40 }, (_, i) => whole(`20${50 + i}0101`, `y${i}`, `DTEND;VALUE=DATE:20${51 + i}0101`)); // prettier-ignore
    expect(refusalOf(file(...decades))).toEqual(refusal("tooMany"));
  });

  test("a thousand public holidays are read at once", () => {
    const text = file(...Array.from({ length: 1_000 }, (_, i) => whole(`2027${String((i % 12) + 1).padStart(2, "0")}${String((i % 28) + 1).padStart(2, "0")}`, `h${i}`))); // prettier-ignore
    expect(read(text).holidays.length).toBe(84);
  });
});
