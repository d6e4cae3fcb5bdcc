import { scanHtml, VOID_ELEMENTS } from "./html-tokens";

// Elements whose end tag HTML lets out: the next one of the kind closes it.
const SELF_CLOSING_PEERS = new Set(["p", "li", "tr", "td", "th", "dd", "dt", "option"]);
const LOOK_BACK = 30;

/** Leaves out tags nested deeper than `max` (their text stays), so that depth cannot make a parser or browser slow. */
export function limitNesting(html: string, max: number): string {
  const open: { name: string; kept: boolean }[] = [];
  let kept = 0;
  let out = "";
  let copied = 0;
  for (const token of scanHtml(html)) {
    if (token.kind === "text" || VOID_ELEMENTS.has(token.name)) continue;
    let drop = false;
    if (token.kind === "open") {
      if (SELF_CLOSING_PEERS.has(token.name) && open.at(-1)?.name === token.name && open.pop()?.kept) kept--;
      drop = kept >= max;
      open.push({ name: token.name, kept: !drop });
      if (!drop) kept++;
    } else {
      let at = open.length - 1;
      const floor = Math.max(0, open.length - LOOK_BACK);
      while (at >= floor && open[at]?.name !== token.name) at--;
      if (at < floor) continue;
      drop = !open[at]?.kept;
      for (const element of open.splice(at)) if (element.kept) kept--;
    }
    if (!drop) continue;
    out += html.slice(copied, token.start);
    copied = token.end;
  }
  return copied === 0 ? html : out + html.slice(copied);
}
