import type { TransferFile } from "~/domain/knowledge/transfer/transfer-file";

/** A picture of one pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A file of an import. */
export const helpFile = (path: string, content: string | Uint8Array): TransferFile => ({
  path,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});
