// A bar on a terminal, a line now and then elsewhere.
const WIDTH = 30;

/** @param {string} title @param {number} total */
export function startProgress(title, total) {
  const started = Date.now();
  let done = 0;
  let shown = 0;
  const seconds = () => (Date.now() - started) / 1000;
  const draw = (/** @type {string} */ what) => {
    const share = Math.min(1, done / total);
    const left = share > 0.02 ? `, about ${Math.ceil((seconds() / share) * (1 - share))} s left` : "";
    const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
    return `${title} ${bar} ${Math.floor(share * 100)} %  ${what}${left}`;
  };
  return {
    /** @param {number} amount @param {string} what */
    add(amount, what) {
      done += amount;
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${draw(what)}`);
      else if (Date.now() - shown > 15_000) {
        shown = Date.now();
        process.stdout.write(`${draw(what)}\n`);
      }
    },
    end() {
      if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
      process.stdout.write(`${title}: done in ${seconds().toFixed(0)} s\n`);
    },
  };
}
