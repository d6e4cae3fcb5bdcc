import { config } from "~/platform/config.server";
import { log } from "~/platform/log.server";
import { keepOwnCertificate } from "./keep-own-certificate.server";
import { readTlsFiles } from "./read-tls-files.server";
import { stampTlsFiles } from "./stamp-tls-files.server";
import type { TlsCertificate } from "./tls-certificate";

type Followed = { current: TlsCertificate; stop(): void };

/**
 * The certificate to start with, and from then on every new one through `onChange`: the configured files when they
 * change, else the receiver's own. Rejects with a ConfigError when the configured files cannot serve; when they break
 * later, the last good pair stays.
 */
export async function followCertificate(
  everyMs: number,
  onChange: (certificate: TlsCertificate) => void,
): Promise<Followed> {
  const read = makeReader();
  const followed = { current: await read(), stop: () => clearInterval(timer) };
  let reading = false;
  let complaint = "";
  const timer = setInterval(() => {
    if (reading) return;
    reading = true;
    read()
      .then((next) => {
        complaint = "";
        if (next.cert === followed.current.cert && next.key === followed.current.key) return;
        onChange((followed.current = next));
        log.info("the mail receiver has a new certificate");
      })
      .catch((error: Error) => {
        if (error.message !== complaint)
          log.error("the mail receiver keeps its last good certificate: %s", error.message);
        complaint = error.message;
      })
      .finally(() => (reading = false));
  }, everyMs).unref();
  return followed;
}

function makeReader(): () => Promise<TlsCertificate> {
  const { mail, dataDir } = config();
  const files = mail.tls;
  if (!files) {
    let held: TlsCertificate | undefined;
    return async () => (held = await keepOwnCertificate(dataDir, mail.domain, held));
  }
  let last: { stamp: string; pair: TlsCertificate } | undefined;
  return async () => {
    const stamp = await stampTlsFiles(files).catch(() => "");
    // Taken before reading: what changes meanwhile is read again the next time.
    if (!last || !stamp || stamp !== last.stamp) last = { stamp, pair: await readTlsFiles(files) };
    return last.pair;
  };
}
