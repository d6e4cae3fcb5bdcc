/** Whether a request is a page that somebody opened, not data fetched by script or a page fetched ahead. */
export function isBeingRead({ method, headers }: Request): boolean {
  if (method !== "GET" || !headers.get("accept")?.includes("text/html")) return false;
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? "";
  return !/prefetch|prerender/i.test(purpose);
}
