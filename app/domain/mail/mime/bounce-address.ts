/** "rfc822; <ann@example.com>" or a source route to the bare address; a pipe or file stays as it is. */
export function addressOf(raw: string): string {
  const text = raw.replace(/^\s*(?:rfc822|utf-8|x-unix|smtp|unknown)\s*;/i, "").trim();
  if (text.startsWith("|") || text.startsWith("/")) return text.slice(0, 300);
  const route = text.replace(/^@[^:\s]+:/, "");
  return (/<([^<>]*)>/.exec(route)?.[1] ?? route).replace(/\s.*$/s, "").slice(0, 320);
}
