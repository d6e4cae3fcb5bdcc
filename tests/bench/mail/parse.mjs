// Reading mails without anything around it: MIME, charsets, visible text, sanitised HTML.
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { composeMail } from "./mix.mjs";

const MAILS = 300;
const WARM_UP = 300;
const SECONDS = 3;

/** Mails per second on one core. @returns {Promise<number>} */
export async function measureParsing() {
  const answered = [{ messageId: "<first@shop.example>", sender: "customer@shop.example" }];
  const mails = await Promise.all(
    Array.from({ length: MAILS }, async (_, i) => Buffer.from((await composeMail(i, "parse", answered)).text)),
  );
  const vite = await createServer({
    configFile: false,
    appType: "custom",
    logLevel: "error",
    plugins: [tsconfigPaths()],
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const { parseMail } = await vite.ssrLoadModule("/app/domain/mail/mime/parse-mail.server.ts");
    const parse = async (/** @type {number} */ i) => {
      const { attachments, visibleText } = await parseMail(mails[i % MAILS], "customer@shop.example");
      if (!visibleText || attachments.length !== ((i % MAILS) % 5 ? 0 : 1)) throw new Error(`mail ${i} is not read`);
    };
    for (let i = 0; i < WARM_UP; i++) await parse(i);
    const started = performance.now();
    let done = 0;
    while (performance.now() - started < SECONDS * 1000) await parse(done++);
    return (done / (performance.now() - started)) * 1000;
  } finally {
    await vite.close();
  }
}
