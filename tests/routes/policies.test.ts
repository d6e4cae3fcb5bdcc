import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, test } from "vitest";
import { queues } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";
import type { Policy } from "~/http/route.server";
import routes from "~/routes";

useDatabase();

type Guarded = ((args: ReturnType<typeof routeArgs>) => Promise<unknown>) & { policy?: Policy };
type Module = { loader?: Guarded; action?: Guarded };
type Listed = { file: string; path: string; module: () => Promise<Module> };

const modules = import.meta.glob<Module>(["/app/{portal,desk,endpoints}/**/*.{ts,tsx}", "!**/*.test.*"]);

function flatten(entries: readonly RouteConfigEntry[], above = ""): Listed[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path ?? ""].filter(Boolean).join("/");
    const module = modules[`/app/${entry.file}`] ?? (() => Promise.reject(new Error(`there is no ${entry.file}`)));
    return [{ file: entry.file, path: `/${path}`, module }, ...flatten(entry.children ?? [], path)];
  });
}

const all = flatten(await routes);
const VISITORS = ["nobody", "giulia", "sara", "ada"] as const;
type Visitor = (typeof VISITORS)[number];

/** Who passes each policy's door. Everybody else is sent to sign in, shown to the desk, or told no. */
const PASSES: Record<Policy, readonly Visitor[]> = {
  public: VISITORS,
  person: ["giulia", "sara", "ada"],
  customer: ["giulia"],
  agent: ["sara", "ada"],
  editor: ["ada"],
  administrator: ["ada"],
  token: [],
};

const fill = (path: string) => path.replace(/:(\w+)\??/g, (_, name: string) => PARAMS[name] ?? "x");
const PARAMS: Record<string, string> = {
  number: "999999",
  token: "none",
  name: "file.txt",
  queueId: queues.repairs.id,
};
const paramsOf = (path: string) =>
  Object.fromEntries(
    [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [
      name,
      PARAMS[name] ?? "00000000-0000-7000-8000-00000000ffff",
    ]),
  );

function turnedAway(
  policy: Policy,
  visitor: Visitor,
  { status, location }: { status: number; location: string | null },
): boolean {
  if (policy === "token") return status === 401;
  if (visitor === "nobody") return status === 302 && (location ?? "").startsWith("/sign-in");
  if (policy === "customer") return status === 302 && location === "/desk";
  return status === 403;
}

describe.each(all)("$path ($file)", ({ path, module }) => {
  test("declares who may ask", async () => {
    const { loader, action } = await module();
    const undeclared = [loader, action].filter((handler) => handler && !(handler.policy && handler.policy in PASSES));
    expect(undeclared).toEqual([]);
  });

  test.each(VISITORS)("%s", async (visitor) => {
    const { loader, action } = await module();
    const wrong: string[] = [];
    for (const [handler, init] of [
      [loader, {}],
      [action, { method: "POST", body: new URLSearchParams() }],
    ] as const) {
      if (!handler?.policy) continue;
      // A session for each request: one of the routes ends it.
      const cookie = visitor === "nobody" ? undefined : await signInAs(visitor);
      const common = { cookie, params: paramsOf(path) };
      const abort = new AbortController();
      const answer = await answerOf(() => handler(routeArgs(fill(path), { ...common, ...init, signal: abort.signal })));
      abort.abort();
      const passes = PASSES[handler.policy].includes(visitor);
      if (answer.status === 500 || turnedAway(handler.policy, visitor, answer) === passes)
        wrong.push(`${handler.policy} route answered ${visitor} with ${answer.status} ${answer.location ?? ""}`);
    }
    expect(wrong).toEqual([]);
  });
});
