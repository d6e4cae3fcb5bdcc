import { attributeOf, scanHtml, VOID_ELEMENTS } from "./html-tokens";

const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all/i;

export function isHiddenStyle(attributes: string): boolean {
  return HIDDEN.test(attributes) && HIDDEN.test(attributeOf(attributes, "style") ?? "");
}

/** Leaves out elements that the mail hides by style (preview texts, tracking), which would show once styles are gone. */
export function dropHidden(html: string): string {
  if (!HIDDEN.test(html)) return html;
  let hidden: { name: string; depth: number; start: number } | null = null;
  let out = "";
  let copied = 0;
  for (const token of scanHtml(html)) {
    if (hidden) {
      if (token.name === hidden.name) hidden.depth += token.kind === "open" ? 1 : -1;
      if (hidden.depth > 0) continue;
      out += html.slice(copied, hidden.start);
      copied = token.end;
      hidden = null;
    } else if (token.kind === "open" && isHiddenStyle(token.attributes)) {
      if (!VOID_ELEMENTS.has(token.name)) hidden = { name: token.name, depth: 1, start: token.start };
    }
  }
  return out + html.slice(copied);
}
