// Deadlines per second: hours of several stretches, nights, holidays, pauses; budgets that end up to five years away.
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

const QUESTIONS = 20_000;
const ROUNDS = 15;
const HOUR = 3600;
const DAY_MS = 86_400_000;
const FIVE_YEARS = 5 * 365;

const office = [
  ["08:00", "12:00"],
  ["13:30", "17:30"],
];
const calendars = ["Europe/Rome", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"].map((timeZone) => ({
  timeZone,
  hours: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [["22:00", "06:00"]] },
  holidays: ["01-01", "05-01", "08-15", "12-25", "12-26", "2027-03-29", "2028-04-17", "2029-04-02"],
}));

/** Deadline computations per second on one core, the median of several rounds. @returns {Promise<number>} */
export async function measureDeadlines() {
  const vite = await createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    plugins: [tsconfigPaths()],
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const { compileCalendar } = await vite.ssrLoadModule("/app/domain/calendars/compile-calendar.ts");
    const { deadline } = await vite.ssrLoadModule("/app/domain/calendars/deadline.ts");
    const compiled = calendars.map((calendar) => compileCalendar(calendar));
    const questions = Array.from({ length: QUESTIONS }, (_, n) => ({ n, ...ask(n) }));
    const rounds = Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      for (const { n, start, seconds, pauses } of questions)
        if (!deadline(compiled[n % compiled.length], start, seconds, pauses))
          throw new Error(`question ${n} has no answer`);
      return (QUESTIONS / (performance.now() - started)) * 1000;
    });
    return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  } finally {
    await vite.close();
  }
}

/** The same questions in every run: any minute of five years, budgets from minutes to five years of office hours. @param {number} n */
function ask(n) {
  const spread = (n * 2_654_435_761) % 4_294_967_296;
  const start = new Date(Date.UTC(2026, 0, 1) + (spread % (FIVE_YEARS * 1440)) * 60_000);
  const seconds = n % 4 === 0 ? (1 + (spread % 9_000)) * HOUR : (1 + (spread % 480)) * 60;
  const pause = (/** @type {number} */ day) => ({
    from: new Date(start.getTime() + day * DAY_MS),
    to: new Date(start.getTime() + (day + 1.5) * DAY_MS),
  });
  return { start, seconds, pauses: n % 2 ? [] : [pause(0.1), pause(1), pause(9)] };
}
