// Ending in order: what was started last stops first, and never more than ten seconds.

const HARD_STOP_MS = 10_000;

/** Collects what has to be undone. A signal ends the program through it, also in the middle of the start. */
export class Shutdown {
  /** @type {(() => Promise<unknown> | unknown)[]} */
  #steps = [];
  /** @type {Promise<void> | undefined} */
  #running;
  #asked = false;
  #started = false;

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => this.#onSignal());
  }

  /** @param {() => Promise<unknown> | unknown} step */
  add(step) {
    this.#steps.push(step);
  }

  /** Ends here, between two steps of the start, when a signal came meanwhile. */
  async checkpoint() {
    if (this.#asked) await this.#end(0);
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

  #onSignal() {
    if (this.#asked) return; // Ctrl-C reaches us twice when npm passes it on
    this.#asked = true;
    setTimeout(() => process.exit(1), HARD_STOP_MS).unref();
    if (this.#started) void this.#end(0);
  }

  /** @param {number} code @returns {Promise<never>} */
  async #end(code) {
    await this.run();
    process.exit(code);
  }
}
