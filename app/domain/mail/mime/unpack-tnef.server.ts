import { createHash } from "node:crypto";
import { decodeBytes } from "./charset";
import { cleanBody, cleanFileName } from "./clean-text";
import { mailLimits } from "./limits";
import { type MailAttachment, transferEncodingOf, typeOfName } from "./mail-attachment.server";
import type { MimePart } from "./mime-tree";
import { readTnef } from "./tnef";
import { decodeTransfer } from "./transfer-encoding";

export type UnpackedTnef = {
  text: string | null;
  html: string | null;
  files: Omit<MailAttachment, "inline">[];
};

/** The words and files of a winmail.dat; null for any other part and for one that cannot be read, which stays a file. */
export function unpackTnef(part: MimePart): UnpackedTnef | null {
  const { value, parameters } = part.contentType;
  const named = /^winmail\.dat$/i.test(parameters.get("name") ?? "");
  if (value !== "application/ms-tnef" && value !== "application/vnd.ms-tnef" && !named) return null;
  const tnef = readTnef(decodeTransfer(part.body, transferEncodingOf(part)));
  if (!tnef) return null;
  const charset = tnef.codepage === 65001 ? "utf-8" : tnef.codepage ? `windows-${tnef.codepage}` : null;
  const decoded = (words: Buffer | string | null) =>
    words === null || typeof words === "string" ? (words ?? "") : decodeBytes(words, charset);
  const bodyFrom = (words: Buffer | string | null) => cleanBody(decoded(words)) || null;
  return {
    text: bodyFrom(tnef.text),
    html: bodyFrom(tnef.html),
    files: tnef.files.map(({ name, type, contentId, content }, index) => {
      const shown = cleanFileName(decoded(name), mailLimits.fileNameLength) ?? `attachment-${index + 1}.bin`;
      return {
        name: shown,
        type: type && /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,100}$/.test(type) ? type : typeOfName(shown),
        size: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
        contentId,
        content,
      };
    }),
  };
}
