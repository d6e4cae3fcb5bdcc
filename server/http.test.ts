import http from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readConfig } from "./config.mjs";
import { createHttpApp } from "./http.mjs";

const ASKED = "/x";
let changes = 0;
let server: http.Server | undefined;
afterEach(() => void server?.close());

/** The real express application round a single route that says what it was asked as. */
async function start(env: Record<string, string> = {}, middleware: never[] = []) {
  const say = ({ request, context }: { request: Request; context: unknown }) =>
    Response.json({ url: request.url, ip: context, id: request.headers.get("x-request-id") });
  const module = {
    loader: say,
    action: (args: Parameters<typeof say>[0]) => {
      changes++;
      return say(args);
    },
  };
  const build = {
    entry: { module: { default: () => new Response("page") } },
    routes: { x: { id: "x", path: "*", module } },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    future: { v3_singleFetch: true },
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
  } as unknown as ServerBuild;
  const vite = { middlewares: (_request: unknown, _response: unknown, next: () => void) => next() };
  const config = readConfig({ BASE_URL: "https://help.example.com", ...env });
  const web = { middleware, getLoadContext: (request: { ip?: string }) => request.ip, stop: async () => {} };
  server = http.createServer(createHttpApp(config, { build, vite } as never, web as never));
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function ask(port: number, headers: Record<string, string> = {}, method = "GET", path = ASKED) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const sent = http.request({ port, host: "127.0.0.1", path, method, headers }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => (text += String(chunk)));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject).end();
  });
}

describe("a form from elsewhere", () => {
  test.each([
    ["another origin", { origin: "https://evil.example" }, 403],
    ["no word of where it comes from", {}, 403],
    ["a host that a stranger claims", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }, 403],
    ["our own pages", { origin: "https://help.example.com" }, 200],
  ])("%s", async (_what, headers, status) => {
    const port = await start();
    const before = changes;
    const answer = await ask(port, { ...headers, cookie: "__Host-sid=stolen", "content-length": "0" }, "POST");
    expect(answer.status).toBe(status);
    expect(changes - before).toBe(status === 200 ? 1 : 0);
    expect(answer.text.includes("nothing was changed")).toBe(status === 403);
  });
});

describe("what a proxy says", () => {
  const forwarded = {
    host: "inner.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "https",
    "x-request-id": "chosen-by-the-client",
  };

  test("counts for nothing without TRUST_PROXY", async () => {
    const { text, headers } = await ask(await start(), forwarded);
    const said = JSON.parse(text);
    expect(said).toMatchObject({ url: `http://inner.example${ASKED}`, ip: "127.0.0.1" });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(said.id).toBe(headers["x-request-id"]);
    expect(Number(/^asked;desc=(\d+)$/.exec(String(headers["server-timing"]))?.[1])).toBeCloseTo(Date.now(), -4);
  });

  test("counts behind one proxy, and only its own entry of the list", async () => {
    const port = await start({ TRUST_PROXY: "1" });
    const { text, headers } = await ask(port, { ...forwarded, "x-forwarded-for": "1.1.1.1, 203.0.113.9" });
    expect(JSON.parse(text).ip).toBe("203.0.113.9");
    expect(headers["x-request-id"]).toBe("chosen-by-the-client");
    const odd = await ask(port, { ...forwarded, "x-request-id": "<script>" });
    expect(odd.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("what fails outside the pages", () => {
  test("a path that cannot be decoded is the sender's fault and no defect of ours", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const answer = await ask(await start(), {}, "GET", "/%E0%A4%A");
    expect(answer).toMatchObject({ status: 400, text: "This request is not valid.\n" });
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  test("a defect says nothing of itself to the visitor, and no one-time link to the log", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const token = "t".repeat(43);
    const fail = () => {
      throw new Error("password of the database");
    };
    const answer = await ask(await start({}, [fail as never]), {}, "GET", `/link/${token}`);
    expect(answer.status).toBe(500);
    expect(answer.text).toBe("Something went wrong on our side. Please try again.\n");
    const log = written.mock.calls.join("\n");
    expect(log).toMatch(/GET \/link\/… .*password of the database/s);
    expect(log).not.toContain(token);
    expect(answer.headers["x-powered-by"]).toBeUndefined();
    written.mockRestore();
  });
});
