/** A Content-Disposition (RFC 6266) with the name in ASCII for old readers and in UTF-8 (RFC 8187). */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}

/** Whether the browser holds this version already (RFC 9110, If-None-Match). */
export const holdsVersion = (request: Request, etag: string): boolean =>
  namesVersion(request.headers.get("if-none-match"), etag);

/** The same of the header itself. */
export function namesVersion(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const held = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return held.includes(etag) || held.includes("*");
}
