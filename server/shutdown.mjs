// Ending in order: what was started last stops first, and never more than ten seconds.

const HARD_STOP_MS = 10_000;
/** @typedef {"SIGINT" | "SIGTERM" | "SIGHUP"} Signal */

/** Collects what has to be undone. A signal ends the program through it, also in the middle of the start. */
export class Shutdown {
  /** @type {(() => Promise<unknown> | unknown)[]} */
  #steps = [];
  /** @type {Promise<void> | undefined} */
  #running;
  #asked = false;
  #started = false;
  #code = 0;
  #codeOf;

  /** @param {(signal: Signal) => number} [codeOf] how the program ends by a signal; 0 where that is its usual end */
  constructor(codeOf = () => 0) {
    this.#codeOf = codeOf;
    for (const signal of /** @type {Signal[]} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
      process.on(signal, () => this.#onSignal(signal));
  }

  /** @param {() => Promise<unknown> | unknown} step */
  add(step) {
    this.#steps.push(step);
  }

  /** Ends here, between two steps of the start, when a signal came meanwhile. */
  async checkpoint() {
    if (this.#asked) await this.#end();
  }

  /** From now on a signal ends at once. */
  async ready() {
    await this.checkpoint();
    this.#started = true;
  }

  /** Undoes everything, newest first; a step that fails is told and does not keep the others from running. */
  async run() {
    return (this.#running ??= this.#undo());
  }

  async #undo() {
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        process.stderr.write(`while stopping: ${error instanceof Error ? error.stack : error}\n`);
      }
    }
  }

  /** @param {Signal} signal */
  #onSignal(signal) {
    if (this.#asked) return; // Ctrl-C reaches us twice when npm passes it on
    this.#asked = true;
    this.#code = this.#codeOf(signal);
    setTimeout(() => process.exit(this.#code || 1), HARD_STOP_MS).unref();
    if (this.#started) void this.#end();
  }

  /** @returns {Promise<never>} */
  async #end() {
    await this.run();
    process.exit(this.#code);
  }
}
