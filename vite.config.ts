import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** What every page needs in a few files: fifty small ones cost headers and compress badly. */
function chunkOf(id: string): string | undefined {
  if (/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run)\//.test(id))
    return "vendor";
  const words = /\/app\/i18n\/locales\/(\w+)\/(common|tickets|identity)\.json/.exec(id);
  if (words) return `words-${words[1]}`;
  if (/\/app\/i18n\/locales\/|\.server\.tsx?$/.test(id)) return undefined;
  if (/\/app\/(components\/ui|http|i18n|lib)\/|lucide-react\/dist\/esm\/(?!icons)/.test(id)) return "frame";
  return undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
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
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}));
