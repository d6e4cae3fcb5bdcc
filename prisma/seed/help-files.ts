import type { TransferFile } from "~/domain/knowledge/transfer/transfer-file";

const ROOT = "./help/";

const texts = import.meta.glob<string>("./help/**/*.{md,csv,yaml}", { query: "?raw", import: "default", eager: true });
const pictures = import.meta.glob<string>("./help/**/*.png", { query: "?inline", import: "default", eager: true });

/** The demo's help centre as an import takes it: paths below the folder, and bytes. It is part of the build. */
export const helpFiles: TransferFile[] = [
  ...Object.entries(texts).map(([path, text]) => ({ path: below(path), bytes: Buffer.from(text) })),
  ...Object.entries(pictures).map(([path, url]) => ({ path: below(path), bytes: bytesOf(url) })),
];

function below(path: string): string {
  return path.slice(ROOT.length);
}

/** What a data: URL holds (RFC 2397, base64). */
function bytesOf(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
