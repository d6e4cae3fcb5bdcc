import type { MimePart } from "./mime-tree";

/** A mail that is signed or encrypted for its recipient. Nothing here verifies or decrypts it: the parts stay files. */
export type Protection = { by: "smime" | "pgp"; kind: "signed" | "encrypted" };

const INLINE_PGP = /^-----BEGIN PGP (SIGNED MESSAGE|MESSAGE)-----[ \t]*$/m;

/** Tells S/MIME (RFC 8551) and OpenPGP (RFC 3156, and armour in the text) from the parts; encryption outweighs a signature. */
export function readProtection(root: MimePart, text: string): Protection | null {
  const found: Protection[] = [];
  const walk = (part: MimePart) => {
    const one = ofPart(part);
    if (one) found.push(one);
    part.children.forEach(walk);
  };
  walk(root);
  const armour = INLINE_PGP.exec(text.slice(0, 100_000))?.[1];
  if (armour) found.push({ by: "pgp", kind: armour === "MESSAGE" ? "encrypted" : "signed" });
  return found.find(({ kind }) => kind === "encrypted") ?? found[0] ?? null;
}

function ofPart({ contentType: { value, parameters } }: MimePart): Protection | null {
  const protocol = parameters.get("protocol")?.toLowerCase() ?? "";
  switch (value) {
    case "multipart/encrypted":
    case "application/pgp-encrypted":
      return { by: "pgp", kind: "encrypted" };
    case "multipart/signed":
      return { by: protocol.includes("pgp") ? "pgp" : "smime", kind: "signed" };
    case "application/pgp-signature":
      return { by: "pgp", kind: "signed" };
    case "application/pkcs7-signature":
    case "application/x-pkcs7-signature":
      return { by: "smime", kind: "signed" };
    case "application/pkcs7-mime":
    case "application/x-pkcs7-mime":
      return {
        by: "smime",
        kind: parameters.get("smime-type")?.toLowerCase() === "signed-data" ? "signed" : "encrypted",
      };
    default:
      return null;
  }
}

/**
 * The words inside an OpenPGP clear-signed text (RFC 9580, 7) without its armour, what stands around it kept; a text
 * without one as it is.
 */
export function unwrapClearSigned(text: string): string {
  const start = text.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
  if (start < 0 || (start > 0 && text[start - 1] !== "\n")) return text;
  const signature = text.indexOf("\n-----BEGIN PGP SIGNATURE-----", start);
  const body = text.indexOf("\n\n", start);
  if (signature < 0 || body < 0 || body > signature) return text;
  const end = text.indexOf("\n-----END PGP SIGNATURE-----", signature);
  const after = end < 0 ? "" : text.slice(text.indexOf("\n", end + 1) + 1 || text.length);
  const words = text.slice(body + 2, signature).replace(/^- /gm, "");
  return [text.slice(0, start) + words, after].filter((part) => part !== "").join("\n");
}
