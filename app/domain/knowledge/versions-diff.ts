export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** A line of two texts: the same in both, in one of them only, changed within, or so many alike that are left out. */
export type DiffLine = {
  kind: "same" | "added" | "removed" | "changed" | "skipped";
  parts: DiffPart[];
  count?: number;
};

/** Lines alike that are shown before and after a change. */
const CONTEXT = 2;
/** Lines that have less than this in common are two lines, not one that was changed. */
const ALIKE = 0.4;

/** What makes `after` of `before`, line by line and, where a line was changed, word by word. */
export async function diffTexts(before: string, after: string): Promise<DiffLine[]> {
  const { diffLines, diffWordsWithSpace } = await import("diff");
  const words = (a: string, b: string): DiffPart[] => diffWordsWithSpace(a, b).map(partOf);
  const lines: DiffLine[] = [];
  let removed: string[] = [];
  const flush = (added: string[]) => {
    lines.push(...pair(removed, added, words));
    removed = [];
  };
  for (const change of diffLines(`${before}\n`, `${after}\n`)) {
    const texts = change.value.replace(/\n$/, "").split("\n");
    if (change.removed) removed = texts;
    else if (change.added) flush(texts);
    else {
      flush([]);
      lines.push(...texts.map((text) => lineOf("same", text)));
    }
  }
  flush([]);
  return skipAlike(lines);
}

const lineOf = (kind: "same" | "added" | "removed", text: string): DiffLine => ({ kind, parts: [{ kind, text }] });

const partOf = ({ added, removed, value }: { added?: boolean; removed?: boolean; value: string }): DiffPart => ({
  kind: added ? "added" : removed ? "removed" : "same",
  text: value,
});

/** Lines in the same place are one changed line when they have enough in common. */
function pair(removed: string[], added: string[], words: (a: string, b: string) => DiffPart[]): DiffLine[] {
  const out: DiffLine[] = [];
  for (let i = 0; i < Math.max(removed.length, added.length); i++) {
    const [a, b] = [removed[i], added[i]];
    const parts = a !== undefined && b !== undefined ? words(a, b) : [];
    const common = parts.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.length : 0), 0);
    if (parts.length && common >= ALIKE * Math.max(a!.length, b!.length)) out.push({ kind: "changed", parts });
    else {
      if (a !== undefined) out.push(lineOf("removed", a));
      if (b !== undefined) out.push(lineOf("added", b));
    }
  }
  return out;
}

/** Long stretches without a change are one line that says how many they are. */
function skipAlike(lines: DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, i) => {
    if (kind !== "same") for (let at = i - CONTEXT; at <= i + CONTEXT; at++) near.add(at);
  });
  const out: DiffLine[] = [];
  let skipped: DiffLine[] = [];
  const flush = () => {
    if (skipped.length > 1) out.push({ kind: "skipped", parts: [], count: skipped.length });
    else out.push(...skipped);
    skipped = [];
  };
  lines.forEach((line, i) => {
    if (!near.has(i)) return void skipped.push(line);
    flush();
    out.push(line);
  });
  flush();
  return out;
}
