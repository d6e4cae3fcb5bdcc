import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";

/** A chain, the server's own certificate first, and its key; both PEM. */
export type TlsCertificate = { cert: string; key: string };

/** What makes a pair unusable, as an English clause for the administrator; null when it can serve TLS. */
export function problemOf({ cert, key }: TlsCertificate): { file: "cert" | "key"; problem: string } | null {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(cert);
  } catch {
    return { file: "cert", problem: "is no certificate in PEM form" };
  }
  try {
    if (!certificate.checkPrivateKey(createPrivateKey(key)))
      return { file: "key", problem: "does not belong to the certificate" };
  } catch {
    return { file: "key", problem: "is no private key in PEM form without a passphrase" };
  }
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    return { file: "cert", problem: `cannot be used: ${error instanceof Error ? error.message : String(error)}` };
  }
  return null;
}

/** The last moment at which clients that look hold the certificate for good. */
export const endOf = ({ cert }: TlsCertificate): Date => new Date(new X509Certificate(cert).validTo);
