/** A reason not to start, told to the person at the terminal as one sentence without a stack trace. */
export class StartupError extends Error {
  /** @param {string} sentence what is wrong and what to do @param {unknown} [cause] */
  constructor(sentence, cause) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "StartupError";
  }
}

/** Prints the sentence (or, for a defect, the stack) on standard error and returns the exit code. @param {unknown} error */
export function reportStartupError(error) {
  const known = error instanceof Error && ["StartupError", "ConfigError", "EngineError"].includes(error.name);
  const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${known ? `sportello: ${error.message}` : defect}\n`);
  return 1;
}
