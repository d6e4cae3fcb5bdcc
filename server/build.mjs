// npm run build
import { prepare } from "./prepare.mjs";
import { reportStartupError } from "./startup-error.mjs";

prepare().catch((error) => (process.exitCode = reportStartupError(error)));
