import { ConfigError, readConfig } from "../../server/config.mjs";

/** What stops a start with one sentence for the person at the terminal. */
export { ConfigError };

type Config = ReturnType<typeof readConfig>;
let read: Config | undefined;

/** The installation's configuration, read once from the environment by the schema that the launcher uses too. */
export const config = (): Config => (read ??= readConfig(process.env));

/** Forgets what was read, so that a test may change the environment. */
export const forgetConfig = () => void (read = undefined);
