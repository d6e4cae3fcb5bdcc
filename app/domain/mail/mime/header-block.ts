/** One header field: lower-case name, and the unfolded value with each byte as one character (latin1). */
export type HeaderField = { name: string; raw: string };

// RFC 5322 field name, with the obsolete white space before the colon.
const FIELD = /^([!-9;-~]{1,200})[ \t]*:/;

/** Splits a header block (bytes as latin1) into fields and says where the body starts; lines that are no field are dropped. */
export function parseHeaderBlock(text: string): { fields: HeaderField[]; bodyAt: number } {
  const fields: HeaderField[] = [];
  let current: { name: string; lines: string[] } | null = null;
  let at = 0;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = stripLineEnd(text.slice(at, next));
    if (line === "") {
      at = next;
      break;
    }
    if (line.startsWith(" ") || line.startsWith("\t")) {
      current?.lines.push(line);
    } else {
      const match = FIELD.exec(line);
      if (match) {
        flush(current, fields);
        current = { name: (match[1] ?? "").toLowerCase(), lines: [line.slice(match[0].length)] };
      } else if (!continuesAsHeader(text, next)) {
        break; // the blank line is missing: the body starts here
      }
    }
    at = next;
  }
  flush(current, fields);
  return { fields, bodyAt: at };
}

function flush(current: { name: string; lines: string[] } | null, fields: HeaderField[]): void {
  if (current) fields.push({ name: current.name, raw: current.lines.join("").trim() });
}

/** A stray line inside the headers is skipped when what follows is still a field or a folded line. */
function continuesAsHeader(text: string, at: number): boolean {
  const line = text.slice(at, at + 300);
  return /^[ \t]+\S/.test(line) || FIELD.test(line);
}

function stripLineEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line.charCodeAt(end - 1) === 10 || line.charCodeAt(end - 1) === 13)) end--;
  return line.slice(0, end);
}
