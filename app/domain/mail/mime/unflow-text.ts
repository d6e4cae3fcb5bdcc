/** RFC 3676 format=flowed to lines: soft breaks joined within one quote depth, space-stuffing removed, "-- " kept apart. */
export function unflowText(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open: { depth: number; pieces: string[] } | null = null;
  for (const line of text.split("\n")) {
    let depth = 0;
    while (line.charCodeAt(depth) === 62) depth++;
    let content = line.slice(depth);
    if (content.startsWith(" ")) content = content.slice(1);
    const signature = content === "-- ";
    if (open && (open.depth !== depth || signature)) {
      out.push(joined(open));
      open = null;
    }
    const soft = content.endsWith(" ") && !signature;
    const piece = soft && deleteSpace ? content.slice(0, -1) : content;
    if (open) open.pieces.push(piece);
    else open = { depth, pieces: [piece] };
    if (!soft) {
      out.push(joined(open));
      open = null;
    }
  }
  if (open) out.push(joined(open));
  return out.join("\n");
}

function joined(paragraph: { depth: number; pieces: string[] }): string {
  const text = paragraph.pieces.join("");
  return paragraph.depth === 0 ? text : `${">".repeat(paragraph.depth)} ${text}`;
}
