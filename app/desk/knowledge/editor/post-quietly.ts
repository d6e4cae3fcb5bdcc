import { paths } from "~/http/paths";

/** What a resource of the editor answered; `signed-out` when the session has ended, `failed` without an answer. */
export type Answer<T> =
  | { state: "ok"; data: T }
  | { state: "refused"; message: string; code: string }
  | { state: "signed-out" }
  | { state: "failed" };

/** Posts to a resource route without loading the page's data anew. */
export async function postQuietly<T>(
  action: string,
  body: URLSearchParams,
  { signal, keepalive }: { signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(action, { method: "POST", body, signal, keepalive });
    if (response.redirected && new URL(response.url).pathname === paths.signIn()) return { state: "signed-out" };
    return readAnswer<T>(response.ok, await response.json());
  } catch {
    return { state: "failed" };
  }
}

/** A resource's JSON: its value, or the refusal that every form of ours gets. */
export function readAnswer<T>(ok: boolean, json: unknown): Answer<T> {
  if (ok) return { state: "ok", data: json as T };
  const failure = typeof json === "object" && json !== null && "failure" in json ? json.failure : null;
  if (typeof failure !== "object" || failure === null || !("message" in failure)) return { state: "failed" };
  const fields = "fields" in failure && typeof failure.fields === "object" ? Object.values(failure.fields ?? {}) : [];
  return {
    state: "refused",
    message: String(fields[0] ?? failure.message),
    code: "code" in failure ? String(failure.code) : "",
  };
}
