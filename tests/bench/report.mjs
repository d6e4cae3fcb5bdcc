// The table at the end: every figure beside its budget.

/** @typedef {{ what: string, value: number, unit: string, budget: { most?: number, least?: number } | null, note?: string }} Row */

/** @param {Row} row */
export function verdictOf({ value, budget }) {
  if (!budget) return "";
  return value <= (budget.most ?? Infinity) && value >= (budget.least ?? -Infinity) ? "ok" : "MISSED";
}

/** @param {Row[]} rows */
export function printTable(rows) {
  const lines = rows.map((row) => [row.what, show(row.value), row.unit, limit(row), verdictOf(row), row.note ?? ""]);
  const head = ["", "measured", "", "budget", "verdict", ""];
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)));
  for (const line of [head, ...lines]) {
    const cells = line.map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)));
    process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
}

const show = (/** @type {number} */ value) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** @param {Row} row */
function limit({ budget }) {
  if (!budget) return "";
  return budget.most !== undefined ? `≤ ${budget.most}` : `≥ ${budget.least}`;
}
