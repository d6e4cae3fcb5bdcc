import { X509Certificate } from "node:crypto";
import type { TlsCertificate } from "../tls-certificate";

/** What a receiver encrypts with, as its row keeps it. */
export type ReceiverCertificate = {
  /** Names that it holds for. */
  names: string[];
  issuer: string;
  /** ISO instants. */
  from: string;
  until: string;
  /** Made by the receiver itself, not configured. */
  own: boolean;
};

const MAX_NAMES = 10;

/** Whose certificate it is, since when and until when; `own` when nobody configured one. */
export function describeCertificate({ cert }: TlsCertificate, own: boolean): ReceiverCertificate {
  const { subject, issuer, subjectAltName = "", validFrom, validTo } = new X509Certificate(cert);
  const alternative = [...subjectAltName.matchAll(/DNS:([^,\s"]+)/g)].map(([, name = ""]) => name);
  const names = alternative.length ? alternative : [commonName(subject)].filter(Boolean);
  return {
    names: names.slice(0, MAX_NAMES).map(short),
    issuer: short(commonName(issuer) || issuer),
    from: new Date(validFrom).toISOString(),
    until: new Date(validTo).toISOString(),
    own,
  };
}

const commonName = (name: string): string => /^CN=(.+)$/m.exec(name)?.[1] ?? "";
const short = (text: string): string => text.replace(/\s+/g, " ").slice(0, 120);
