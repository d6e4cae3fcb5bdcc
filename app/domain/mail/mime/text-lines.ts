/** The lines of a text by number, cut out only when they are asked for: millions of them cost an array of numbers. */
export class TextLines {
  readonly length: number;
  private readonly text: string;
  private readonly starts: Uint32Array;

  constructor(text: string) {
    this.text = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    let starts = new Uint32Array(1024);
    let count = 1;
    for (let at = 0; at < this.text.length; at++) {
      if (this.text.charCodeAt(at) !== 10) continue;
      if (count + 1 >= starts.length) {
        const more = new Uint32Array(starts.length * 2);
        more.set(starts);
        starts = more;
      }
      starts[count++] = at + 1;
    }
    // Behind the last line, as if one more began there.
    starts[count] = this.text.length + 1;
    this.starts = starts;
    this.length = count;
  }

  /** A line without its end; undefined beyond the last. */
  get(line: number): string | undefined {
    return line < 0 || line >= this.length ? undefined : this.text.slice(this.start(line), this.start(line + 1) - 1);
  }

  /** Lines `from` up to and without `to`, as they stand. */
  range(from: number, to: number): string {
    return from >= to ? "" : this.text.slice(this.start(from), this.start(to) - 1);
  }

  isBlank(line: number): boolean {
    const start = this.start(line);
    const length = this.start(line + 1) - 1 - start;
    if (length <= 0) return true;
    const first = this.text.charCodeAt(start);
    return (first <= 32 || first >= 128) && (this.get(line) ?? "").trim() === "";
  }

  /** Starts with ">", perhaps a few spaces in. */
  isQuoted(line: number): boolean {
    const start = this.start(line);
    const end = this.start(line + 1) - 1;
    for (let at = start; at < end && at < start + 4; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== 32) return code === 62;
    }
    return false;
  }

  private start(line: number): number {
    return this.starts[Math.min(line, this.length)] ?? 0;
  }
}
