import path from "node:path";
import type { Plugin } from "vite";
import { PORTAL_WORDS, portalWords, readFirstPage, type FirstPage } from "./first-page-words.server";

const WORDS = /\/app\/i18n\/locales\/(\w+)\/portal\.json\?(first|more)$/;
const PORTAL_SCREEN = /\/app\/portal\/.*\.tsx(?:\?|$)/;

/**
 * Gives the portal's first page its own words alone. `portal.json?first` and `portal.json?more` hold the words of all
 * the portal's namespaces, and every screen outside the first page waits for the second before it can be drawn.
 */
export function splitWords(app: string): Plugin {
  let page: FirstPage | undefined;
  let developing = false;
  /** While sources change under the server, the first page gets every word. */
  const firstPage = () =>
    (page ??= developing ? { files: new Set<string>(), isFirst: () => true } : readFirstPage(app));
  return {
    name: "split-words",
    enforce: "pre",
    configResolved({ command }) {
      developing = command === "serve";
    },
    buildStart() {
      page = undefined;
    },
    transform(code, id, options) {
      const [, locale, part] = WORDS.exec(id) ?? [];
      if (locale && part) {
        for (const namespace of PORTAL_WORDS)
          this.addWatchFile(path.join(app, `i18n/locales/${locale}/${namespace}.json`));
        return { code: JSON.stringify(portalWords(app, locale, part as "first" | "more", firstPage())), map: null };
      }
      if (developing || options?.ssr || !PORTAL_SCREEN.test(id) || id.includes("__remix-build-client-route"))
        return null;
      if (firstPage().files.has(path.normalize(id.split("?")[0] ?? ""))) return null;
      return { code: `import "~/i18n/more-words";\n${code}`, map: null };
    },
  };
}
