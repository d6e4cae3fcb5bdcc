type Correction = { from: string; to: string };

/** The words as they were read: each that nothing has replaced by what it was taken for. */
export function correctedText(typed: string, corrected: readonly Correction[]): string {
  let text = typed;
  for (const { from, to } of corrected)
    text = text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escape(from)}(?![\\p{L}\\p{N}])`, "giu"), () => to);
  return text;
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
