import { stat } from "node:fs/promises";
import type { TlsCertificate } from "./tls-certificate";

/** Changes whenever either file may have changed, also when a symbolic link points elsewhere. */
export async function stampTlsFiles(files: TlsCertificate): Promise<string> {
  const stats = await Promise.all([stat(files.cert), stat(files.key)]);
  return stats.map(({ dev, ino, size, mtimeMs }) => [dev, ino, size, mtimeMs].join(":")).join(" ");
}
