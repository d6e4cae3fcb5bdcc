/**
 * Sets the places where something was taken out apart in the drawn text, numbered from `first` as in the list beside it.
 * What left nothing has no place. The words in brackets are ours and mean nothing in HTML.
 */
export function markPlaces(html: string, marks: readonly { replacement: string }[], first: number): string {
  let from = 0;
  let out = "";
  marks.forEach(({ replacement }, i) => {
    const at = replacement ? html.indexOf(replacement, from) : -1;
    if (at < 0) return;
    out += `${html.slice(from, at)}<mark>${replacement}<sup>${first + i}</sup></mark>`;
    from = at + replacement.length;
  });
  return out + html.slice(from);
}
