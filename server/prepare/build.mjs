import fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { root } from "../root.mjs";
import { run } from "./run.mjs";

const COMPRESSIBLE = /\.(css|html|js|json|map|mjs|svg|txt|webmanifest)$/;

/** Builds browser and server code into build/ and lays compressed copies, gzip and Brotli, beside each text asset. */
export async function build() {
  await run("The build", process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
    env: { NODE_ENV: "production" },
    quiet: true,
  });
  await compressAssets(path.join(root, "build/client/assets"));
}

/** @param {string} folder */
async function compressAssets(folder) {
  const squeeze = promisify(gzip);
  const press = promisify(brotliCompress);
  for (const name of await fs.readdir(folder)) {
    if (!COMPRESSIBLE.test(name)) continue;
    const file = path.join(folder, name);
    const bytes = await fs.readFile(file);
    const small = await squeeze(bytes, { level: 9 });
    const smaller = await press(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }); // quality 11
    if (small.length < bytes.length) await fs.writeFile(`${file}.gz`, small);
    if (smaller.length < bytes.length) await fs.writeFile(`${file}.br`, smaller);
  }
}
