// Whoever reads what a command says may stop reading (`| head`): the command goes on to its end all the same.

/** Lets writes into a pipe that nobody reads any more fail without a word. Any other failure still ends the program.
 * @param {NodeJS.WritableStream[]} streams */
export function outliveClosedPipes(...streams) {
  for (const stream of streams)
    stream.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EPIPE") throw error;
    });
}
