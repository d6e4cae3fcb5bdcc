import { createHash } from "node:crypto";
import path from "node:path";
import { build, type Plugin, type Rollup } from "vite";

const SUFFIX = "?standalone";

/**
 * `import url from "./some.ts?standalone"` is the address of a script made of that file and all it imports. It is built
 * once on its own, so that the server's build and the browser's name the same file.
 */
export function standaloneScripts(app: string): Plugin {
  let developing = false;
  return {
    name: "standalone-scripts",
    enforce: "pre",
    configResolved({ command }) {
      developing = command === "serve";
    },
    async load(id, options) {
      if (!id.endsWith(SUFFIX)) return null;
      const file = id.slice(0, -SUFFIX.length);
      if (developing) return `export default ${JSON.stringify(`/${path.relative(path.dirname(app), file)}`)}`;
      const source = await bundle(app, file);
      const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
      const fileName = `assets/${path.basename(file, ".ts")}-${hash}.js`;
      if (!options?.ssr) this.emitFile({ type: "asset", fileName, source });
      return `export default ${JSON.stringify(`/${fileName}`)}`;
    },
  };
}

async function bundle(app: string, file: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "silent",
    resolve: { alias: { "~": app } },
    build: { write: false, target: "es2022", minify: "esbuild", rollupOptions: { input: file } },
  });
  const { output } = made as Rollup.RollupOutput;
  return output[0].code;
}
