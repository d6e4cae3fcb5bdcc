/** As shells say it of a program that an interrupt ended. */
const INTERRUPTED = 130;

/** Gives `act` a signal that an interrupt aborts; once it has taken back what it began, says so and answers 130. */
export async function interruptibly(said: string, act: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  const interrupt = () => controller.abort(new Interrupted());
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt).once("SIGHUP", interrupt);
  try {
    return await act(controller.signal);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write(`sportello: ${said}\n`);
    return INTERRUPTED;
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt).off("SIGHUP", interrupt);
  }
}

class Interrupted extends Error {}
