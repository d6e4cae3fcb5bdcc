/** A text with its selection, before and after a button of the tool bar. */
export type Selected = { text: string; from: number; to: number };
/** What takes the place of `from`…`to`; `select` is the selection afterwards, counted in the new text. */
export type Edit = { from: number; to: number; insert: string; select: [number, number] };

type Callout = "note" | "tip" | "warning" | "important";

export const EDIT_NAMES = ["bold", "italic", "heading", "link", "list", "steps", "table", "callout", "code"] as const;
export type EditName = (typeof EDIT_NAMES)[number];

/** Words that stand where nothing was selected, in the reader's language. */
export type Fillers = { bold: string; italic: string; link: string; column: string; cell: string; callout: string };

/** The edit that a button of the tool bar makes. */
export function editFor(name: EditName, selected: Selected, fillers: Fillers): Edit {
  switch (name) {
    case "bold":
      return wrap(selected, "**", fillers.bold);
    case "italic":
      return wrap(selected, "_", fillers.italic);
    case "heading":
      return cycleHeading(selected);
    case "link":
      return link(selected, fillers.link);
    case "list":
      return prefixLines(selected, () => "- ", /^[-*+] +/);
    case "steps":
      return prefixLines(selected, (index) => `${index + 1}. `, /^\d+[.)] +/);
    case "table":
      return table(selected, fillers);
    case "callout":
      return callout(selected, "note", fillers.callout);
    case "code":
      return code(selected);
  }
}

export const applyEdit = (text: string, { from, to, insert }: Edit): string =>
  text.slice(0, from) + insert + text.slice(to);

/** Puts marks round the selection, or takes them away where they are; spaces at its ends stay outside. */
function wrap({ text, from, to }: Selected, mark: string, filler: string): Edit {
  const size = mark.length;
  const inner = text.slice(from, to);
  if (inner.startsWith(mark) && inner.endsWith(mark) && inner.length > 2 * size) {
    const insert = inner.slice(size, -size);
    return { from, to, insert, select: [from, from + insert.length] };
  }
  if (inner && from >= size && text.slice(from - size, from) === mark && text.slice(to, to + size) === mark)
    return { from: from - size, to: to + size, insert: inner, select: [from - size, to - size] };
  const words = inner.trim() || filler;
  const lead = inner.trim() ? inner.slice(0, inner.length - inner.trimStart().length) : "";
  const tail = inner.trim() ? inner.slice(inner.trimEnd().length) : "";
  const start = from + lead.length + size;
  return { from, to, insert: `${lead}${mark}${words}${mark}${tail}`, select: [start, start + words.length] };
}

/** No heading becomes a section's (##), a section's a part's (###), and that none again. */
function cycleHeading({ text, from, to }: Selected): Edit {
  const start = lineStart(text, from);
  const end = lineEnd(text, from);
  const line = text.slice(start, end);
  const [, marks = "", words = ""] = /^(#{0,6})[ \t]*(.*)$/s.exec(line) ?? [];
  const next = marks === "" ? "## " : marks.length < 3 ? "### " : "";
  const shift = next.length - (line.length - words.length);
  const move = (at: number) => Math.min(Math.max(start + next.length, at + shift), start + next.length + words.length);
  return { from: start, to: end, insert: next + words, select: [move(from), move(Math.min(to, end))] };
}

/** A link round the selected words, its address selected; a selected address becomes the link's own. */
function link({ text, from, to }: Selected, filler: string): Edit {
  const inner = text.slice(from, to).trim();
  if (/^(?:https?:\/\/|mailto:|article:|\/)\S+$/.test(inner))
    return { from, to, insert: `[${filler}](${inner})`, select: [from + 1, from + 1 + filler.length] };
  const words = inner || filler;
  const address = "https://";
  const start = from + words.length + 3;
  return { from, to, insert: `[${words}](${address})`, select: [start, start + address.length] };
}

/** Gives each selected line its bullet or number; takes them away when every line has one. */
function prefixLines({ text, from, to }: Selected, prefix: (index: number) => string, has: RegExp): Edit {
  const start = lineStart(text, from);
  const end = lineEnd(text, to > from && text[to - 1] === "\n" ? to - 1 : to);
  const lines = text.slice(start, end).split("\n");
  const filled = lines.filter((line) => line.trim());
  const off = filled.length > 0 && filled.every((line) => has.test(line.trimStart()));
  let index = 0;
  const changed = lines.map((line) => {
    if (!line.trim() && lines.length > 1) return line;
    const indent = line.slice(0, line.length - line.trimStart().length);
    const words = line.trimStart();
    if (off) return indent + words.replace(has, "");
    return indent + prefix(index++) + words.replace(/^(?:[-*+]|\d+[.)]) +/, "");
  });
  const body = changed.join("\n");
  if (off)
    return {
      from: start,
      to: end,
      insert: body,
      select: [from === to ? start + body.length : start, start + body.length],
    };
  const { insert, lead } = apart(text, start, end, body);
  const first = start + lead;
  return { from: start, to: end, insert, select: [from === to ? first + body.length : first, first + body.length] };
}

/** A table of two columns and two rows, on lines of its own. */
function table({ text, to }: Selected, { column, cell }: Fillers): Edit {
  const head = `| ${column} 1 | ${column} 2 |\n| --- | --- |\n`;
  const row = `| ${cell} | ${cell} |`;
  return block({ text, at: lineEnd(text, to), body: `${head}${row}\n${row}`, select: [2, 2 + `${column} 1`.length] });
}

/** The selected paragraphs as a callout (`> [!NOTE]`). */
export function callout({ text, from, to }: Selected, kind: Callout, filler: string): Edit {
  const head = `> [!${kind.toUpperCase()}]\n`;
  if (!text.slice(from, to).trim()) {
    const select: [number, number] = [head.length + 2, head.length + 2 + filler.length];
    return block({ text, at: lineEnd(text, to), body: `${head}> ${filler}`, select });
  }
  const start = lineStart(text, from);
  const end = lineEnd(text, text[to - 1] === "\n" ? to - 1 : to);
  const lines = text.slice(start, end).split("\n");
  const quoted = lines.map((line) => (line ? `> ${line}` : ">")).join("\n");
  const { insert, lead } = apart(text, start, end, head + quoted);
  const first = start + lead + head.length;
  return { from: start, to: end, insert, select: [first, first + quoted.length] };
}

/** A word or two as code; whole lines as a block of code. */
function code(selected: Selected): Edit {
  const { text, from, to } = selected;
  if (
    !text.slice(from, to).includes("\n") &&
    (from !== to || text.slice(lineStart(text, from), lineEnd(text, to)).trim())
  )
    return wrap(selected, "`", "code");
  const start = lineStart(text, from);
  const end = lineEnd(text, to > from && text[to - 1] === "\n" ? to - 1 : to);
  const body = text.slice(start, end);
  const fence = "`".repeat(Math.max(3, longestRun(body) + 1));
  const { insert, lead } = apart(text, start, end, `${fence}\n${body}\n${fence}`);
  const first = start + lead + fence.length + 1;
  return { from: start, to: end, insert, select: [first, first + body.length] };
}

/** A picture on a line of its own; what it shows is selected, to be said better. */
export function picture({ text, to }: Selected, alt: string, address: string): Edit {
  const clean = alt.replace(/[[\]\\]/g, "");
  return block({ text, at: lineEnd(text, to), body: `![${clean}](${address})`, select: [2, 2 + clean.length] });
}

/** Inserts a block behind the line at `at`; `select` counts from the block's own beginning. */
function block({ text, at, body, select }: { text: string; at: number; body: string; select: [number, number] }): Edit {
  const start = lineStart(text, at);
  const here = text.slice(start, at).trim() ? at : start;
  const before = here === 0 ? "" : text.slice(0, here).endsWith("\n\n") ? "" : text[here - 1] === "\n" ? "\n" : "\n\n";
  const rest = text.slice(at);
  const after = rest === "" ? "\n" : rest.startsWith("\n\n") ? "" : rest.startsWith("\n") ? "\n" : "\n\n";
  const offset = here + before.length;
  return { from: here, to: at, insert: before + body + after, select: [offset + select[0], offset + select[1]] };
}

/** Lines that must not run into a paragraph above or below get an empty line there. */
function apart(text: string, start: number, end: number, body: string): { insert: string; lead: number } {
  const above = text.slice(lineStart(text, start - 1), start - 1);
  const below = text.slice(end + 1, lineEnd(text, end + 1));
  const sameKind = (line: string) => /^\s*(?:[-*+] |\d+[.)] |>)/.test(line);
  const before = start > 0 && above.trim() && !sameKind(above) ? "\n" : "";
  const after = end < text.length && below.trim() && !sameKind(below) ? "\n" : "";
  return { insert: before + body + after, lead: before.length };
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1);

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", Math.max(0, at));
  return end < 0 ? text.length : end;
}
