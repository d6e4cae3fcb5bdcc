const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const BLOCK =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|table|pre|blockquote|hr|br|figure|figcaption|summary|details)\b[^>]*>/g;

/** The words of sanitised HTML, one block a line. */
export function plainText(html: string): string {
  return html
    .replace(/<\/t[dh]>/g, " ")
    .replace(BLOCK, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .trim();
}
