import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin, type Rollup } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { splitWords } from "./app/i18n/split-words.plugin";
import { standaloneScripts } from "./app/standalone-scripts.plugin";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const FIRST_PAGE = /\/app\/(root|entry\.client|portal\/layout|portal\/home\/show)\.tsx/;
const LIBRARIES = /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run)\//;
const WORDS = /\/app\/i18n\/locales\/(\w+)\/(common|tickets|identity)\.json$/;

const ICON = /\/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs/;
const ICON_IMPORT = /import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/g;
const ICON_EXPORT = /export\s*\{([^}]*)\}\s*from\s*["']\.\/(icons\/[\w-]+\.mjs)["']/g;

type Graph = Rollup.ManualChunkMeta;

/** The first page comes in a few files: fifty small ones cost headers and compress badly. */
function chunkOf(id: string, graph: Graph): string | undefined {
  if (LIBRARIES.test(id) || id.includes("commonjsHelpers")) return "vendor";
  const [, locale] = WORDS.exec(id) ?? [];
  if (locale) return `words-${locale}`;
  if (ICON.test(id)) return firstIcons(graph).some((file) => id.endsWith(file)) ? "frame" : "icons";
  return !FIRST_PAGE.test(id) && isOnFirstPage(id, graph) ? "frame" : undefined;
}

/** Files of the drawings that the first page names; its graph only knows that it imports the whole library. */
function firstIcons(graph: Graph): string[] {
  const code = (id: string) => graph.getModuleInfo(id)?.code ?? "";
  const ids = [...graph.getModuleIds()];
  const words = (list: string) =>
    list.split(",").map(
      (part) =>
        part
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
    );
  const named = new Set(
    ids
      .filter((id) => id.includes("/app/") && isOnFirstPage(id, graph))
      .flatMap((id) =>
        [...code(id).matchAll(ICON_IMPORT)].flatMap(([, list = ""]) =>
          list.split(",").map((part) => part.trim().split(/\s+as\s+/)[0]),
        ),
      ),
  );
  const library = ids.find((id) => /\/lucide-react\/dist\/esm\/lucide-react\.mjs/.test(id)) ?? "";
  return [...code(library).matchAll(ICON_EXPORT)].flatMap(([, list = "", file = ""]) =>
    words(list).some((word) => named.has(word)) ? [file] : [],
  );
}

function isOnFirstPage(id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (FIRST_PAGE.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return graph.getModuleInfo(id)?.importers.some((importer) => isOnFirstPage(importer, graph, seen)) ?? false;
}

/** Refusals are put into words on the server; the browser gets them as text and needs no dictionary of them. */
const refusalsStayOnTheServer: Plugin = {
  name: "refusals-stay-on-the-server",
  enforce: "pre",
  transform(code, id, options) {
    if (options?.ssr || !/\/app\/i18n\/locales\/\w+\/(tickets|identity)\.json$/.test(id)) return null;
    const words = Object.entries(JSON.parse(code) as Record<string, string>);
    return JSON.stringify(Object.fromEntries(words.filter(([key]) => !key.startsWith("error."))));
  },
};

/**
 * V8 keeps a source with one letter beyond Latin-1 in two bytes for every letter. Written as escapes they halve the five
 * megabytes of the server, which holds words in Cyrillic. No `String.raw` may contain such a letter.
 */
const narrowServerSource: Plugin = {
  name: "narrow-server-source",
  applyToEnvironment: ({ name }) => name === "ssr",
  renderChunk: {
    order: "post",
    handler: (code) =>
      code.replace(
        /((?:\\\\)*)\\?([\u0100-\uffff])/g,
        (_, before: string, letter: string) => `${before}\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
      ),
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    refusalsStayOnTheServer,
    narrowServerSource,
    splitWords(path.resolve("app")),
    standaloneScripts(path.resolve("app")),
    tailwindcss(),
    remix({
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    tsconfigPaths(),
  ],
  // In development the scan of routes meets server code: what is native stays out, what pages use is ready at once.
  optimizeDeps: { include: ["lucide-react"], exclude: ["@node-rs/argon2"] },
  // The server needs the drawings that are used, not the library of all of them.
  ssr: isSsrBuild ? { noExternal: ["lucide-react"] } : {},
  json: isSsrBuild ? { stringify: true, namedExports: false } : {},
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Four kilobytes less on a customer's first page than the quicker minifier leaves.
    minify: isSsrBuild ? false : "terser",
    terserOptions: {
      module: true,
      ecma: 2020,
      safari10: false,
      compress: { passes: 2 },
      format: { comments: false },
    },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}));
