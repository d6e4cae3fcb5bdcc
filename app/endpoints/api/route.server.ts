import type { LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { storable } from "~/domain/tickets/message-body";
import { parse } from "~/http/forms.server";
import { problem, type TokenCtx, tokenRoute, type TokenRole } from "~/http/token-route.server";
import { invalid } from "~/lib/errors";
import type { Operation } from "./operation";

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<O extends Operation> = { params: Output<O["params"]>; query: Output<O["query"]>; body: Output<O["body"]> };

const MAX_BODY = 1_000_000;

/** A route that takes and gives what the operation says. `use` returns the answer, or a whole Response. */
export function serve<O extends Operation>(
  operation: O,
  use: (ctx: TokenCtx, input: Input<O>) => Promise<z.input<O["answer"]>>,
  role: TokenRole = "anyone",
) {
  return tokenRoute(role, async (ctx, args) => {
    const answer = await use(ctx, await readInput(operation, args));
    return Response.json(answer, { status: operation.status, headers: { "Cache-Control": "no-store" } });
  });
}

/** One action for the writing methods of a path; others get 405 with the allowed ones. */
export function byMethod(routes: Record<string, ReturnType<typeof serve>>) {
  const allow = Object.keys(routes).join(", ");
  const other = tokenRoute("anyone", async () => problem(405, "Method Not Allowed", {}, { Allow: `GET, ${allow}` }));
  return Object.assign((args: LoaderFunctionArgs) => (routes[args.request.method] ?? other)(args), {
    policy: "token" as const,
  });
}

async function readInput<O extends Operation>(
  operation: O,
  { request, params }: LoaderFunctionArgs,
): Promise<Input<O>> {
  const query = Object.fromEntries(
    [...new URL(request.url).searchParams].map(([name, text]) => [name, storable(text)]),
  );
  return {
    params: operation.params && parse(operation.params, params),
    query: operation.query && parse(operation.query, query),
    body: operation.body && parse(operation.body, await readJson(request)),
  } as Input<O>;
}

/** An escape of U+0000 or of half a character, which no column takes. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;
const storableOf = (_name: string, value: unknown) => (typeof value === "string" ? storable(value) : value);

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY) throw problem(413, "Content Too Large");
  const text = await request.text();
  if (text.length > MAX_BODY) throw problem(413, "Content Too Large");
  try {
    return UNSTORABLE.test(text) ? JSON.parse(text, storableOf) : JSON.parse(text);
  } catch {
    throw invalid("common:error.json");
  }
}
