import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json: everything the launcher reads lies below it, whatever the working directory. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
