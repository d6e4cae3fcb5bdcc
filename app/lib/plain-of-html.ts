const NAMED: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", amp: "&" };

/** The words of our own sanitised HTML: blocks a blank line apart, items of a list behind dots, cells of a row apart. */
export const plainOfHtml = (html: string): string =>
  html
    .replace(/\s*<\/t[dh]>\s*(?=<t[dh]\b)/g, " · ")
    .replace(/(?:\s*<\/?t(?:r|head|body)>\s*)+/g, "\n")
    .replace(/<li\b[^>]*>\s*(?:<p>)?/g, "\n• ")
    .replace(/\s*(?:<\/p>\s*)?<\/li>\s*/g, "\n")
    .replace(/<\/(?:p|h\d|ul|ol|table|div|blockquote|pre|figure)>/g, "\n\n")
    .replace(/<br\s*\/?>\s*/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, decoded)
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

function decoded(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return NAMED[name] ?? all;
  const code = decimal ? Number(decimal) : parseInt(hex ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : all;
}
