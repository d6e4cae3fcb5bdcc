import { cleanLine } from "./clean-text";
import { decodeHeaderText } from "./encoded-words";
import type { HeaderField } from "./header-block";

/** The header fields of one message or part: `raw` as bytes in latin1, `get` decoded to one harmless line. */
export class MailHeaders {
  constructor(
    private readonly fields: HeaderField[],
    private readonly hint: string | null = null,
  ) {}

  /** Raw value of the first field of that name that is not empty. */
  raw(name: string): string | null {
    let empty: string | null = null;
    for (const field of this.fields) {
      if (field.name !== name) continue;
      if (field.raw !== "") return field.raw;
      empty = "";
    }
    return empty;
  }

  /** Decoded value of the first field of that name; null when absent. */
  get(name: string): string | null {
    const raw = this.raw(name);
    return raw === null ? null : cleanLine(decodeHeaderText(raw, this.hint), 10_000);
  }

  /** Decoded values of all fields of that name, in order. */
  all(name: string): string[] {
    return this.fields
      .filter((field) => field.name === name)
      .map((field) => cleanLine(decodeHeaderText(field.raw, this.hint), 10_000));
  }

  has(name: string): boolean {
    return this.fields.some((field) => field.name === name);
  }
}
