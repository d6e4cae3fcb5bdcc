/** The header of a mail: its fields with their places in the bytes, and where the body starts. */
export type MailFields = {
  fields: { name: string; raw: string; from: number; to: number }[];
  bodyAt: number;
  lines: number;
};

const HEADER_BYTES = 1024 * 1024;

/** Splits the header at its blank line. `raw` is unfolded, each byte as one character. */
export function readMailFields(bytes: Buffer): MailFields {
  const text = bytes.toString("latin1", 0, Math.min(bytes.length, HEADER_BYTES));
  const found: MailFields = { fields: [], bodyAt: text.length, lines: 0 };
  let current: { name: string; parts: string[]; from: number } | null = null;
  const finish = (to: number) => {
    if (current) found.fields.push({ name: current.name, raw: current.parts.join(" ").trim(), from: current.from, to });
  };
  for (let at = 0; at < text.length; found.lines++) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next).replace(/\r?\n$/, "");
    if (line === "" && newline >= 0) {
      finish(at);
      found.bodyAt = next;
      return found;
    }
    if (current && /^[ \t]/.test(line)) {
      current.parts.push(line.trim());
    } else {
      finish(at);
      const colon = line.indexOf(":");
      current = {
        name: line.slice(0, Math.max(0, colon)).trim().toLowerCase(),
        parts: [line.slice(colon + 1)],
        from: at,
      };
    }
    at = next;
  }
  finish(text.length);
  return found;
}
