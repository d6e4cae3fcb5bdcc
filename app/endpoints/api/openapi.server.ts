import { z } from "zod";
import type { Operation } from "./operation";
import { operations } from "./operations";
import { problem } from "./schemas";

type Json = Record<string, unknown>;

const REFUSALS: Record<string, string> = {
  400: "The request does not fit the schema",
  401: "The bearer token is missing, wrong, expired or revoked",
  403: "The token's person may not do this",
  404: "There is no such thing for the token's person",
  409: "Something else happened in the meantime",
  429: "Too many requests; see Retry-After",
};

const nameOf = (type: z.ZodType): string => type.meta()?.id ?? "";
const refTo = (type: z.ZodType): Json => ({ $ref: `#/components/schemas/${nameOf(type)}` });

/** The OpenAPI 3.1 document, made from the schemas that the routes validate with. */
export function openApiDocument(baseUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const o of operations) (paths[o.path] ??= {})[o.method] = describe(o);
  return {
    openapi: "3.1.0",
    info: {
      title: "Sportello",
      version: "1",
      description: "Tickets, their messages and events. Authorization: Bearer <token>.",
    },
    servers: [{ url: baseUrl }],
    security: [{ token: [] }],
    paths,
    components: { schemas: components(), securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  };
}

/** Every named schema: bodies as they are sent, the rest as it is answered. */
function components(): Json {
  const uri = (id: string) => `#/components/schemas/${id}`;
  const bodies = new Set(operations.flatMap((o) => (o.body ? [nameOf(o.body)] : [])));
  const all = (io: "input" | "output") => z.toJSONSchema(z.globalRegistry, { io, uri, unrepresentable: "any" }).schemas;
  const [input, output] = [all("input"), all("output")];
  return Object.fromEntries(
    Object.keys(output).map((name) => {
      const { $id: _, $schema: __, id: ___, ...schema } = (bodies.has(name) ? input : output)[name] as Json;
      return [name, schema];
    }),
  );
}

function describe(o: Operation): Json {
  const refusal = (description: string) => ({
    description,
    content: { "application/problem+json": { schema: refTo(problem) } },
  });
  return {
    operationId: o.id,
    summary: o.summary,
    parameters: [...parameters(o.params, "path"), ...parameters(o.query, "query")],
    ...(o.body && { requestBody: { required: true, content: { "application/json": { schema: refTo(o.body) } } } }),
    responses: {
      [o.status]: { description: o.summary, content: { "application/json": { schema: refTo(o.answer) } } },
      ...Object.fromEntries(Object.entries(REFUSALS).map(([status, text]) => [status, refusal(text)])),
    },
  };
}

function parameters(type: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (!type) return [];
  const whole = z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as { properties?: Record<string, Json> };
  return Object.entries(whole.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === "path",
    ...(description ? { description } : {}),
    schema,
  }));
}
