import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { castCtx } from "#tests/support/cast";
import { type Dovecot, startDovecot } from "#tests/support/dovecot";
import { DOVECOT_START_MS } from "#tests/support/ensure-dovecot";
import { addImapAccount, IMAP_PASSWORD, listFolder, openImap, rawMessage, until } from "#tests/support/imap";
import { useDatabase } from "#tests/support/use-database";
import { database } from "~/platform/db.server";
import { createImapAccount } from "./create-imap-account.server";
import { imapForm, type ImapForm } from "./imap-schema";
import { sealImapSecret, unsealImapSecret } from "./imap-secret.server";
import { startMailboxes } from "./start-mailboxes.server";
import { testImapAccount } from "./test-imap-account.server";

useDatabase();

/** An identity provider: gives access tokens, renews refresh tokens, and tells Dovecot which tokens are good. */
const provider = {
  asked: [] as URLSearchParams[],
  good: new Set<string>(),
  /** So many access tokens are no good from the start. */
  badTokens: 0,
  refuse: null as null | { status: number; body: object },
  server: null as http.Server | null,
  url: "",
};

let dovecot: Dovecot;
const open: { stop(): Promise<void> }[] = [];
const db = () => database().prisma;
const account = (id: string) => db().imapAccount.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  provider.server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const [status, body] = request.url === "/token" ? grant(form) : [200, introspect(form)];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => provider.server!.listen(0, "127.0.0.1", resolve));
  provider.url = `http://127.0.0.1:${(provider.server.address() as AddressInfo).port}`;
  dovecot = await startDovecot({
    users: { anna: IMAP_PASSWORD, otto: IMAP_PASSWORD },
    introspectionUrl: `${provider.url}/introspect`,
  });
}, DOVECOT_START_MS);
beforeEach(() => {
  Object.assign(provider, { asked: [], good: new Set(), badTokens: 0, refuse: null });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.stop()));
  await db().imapAccount.deleteMany();
});
afterAll(async () => {
  await dovecot?.stop();
  provider.server?.close();
});

function grant(form: URLSearchParams): [number, object] {
  provider.asked.push(form);
  if (provider.refuse) return [provider.refuse.status, provider.refuse.body];
  const n = provider.asked.length;
  if (n > provider.badTokens) provider.good.add(`access-${n}`);
  return [200, { access_token: `access-${n}`, expires_in: 3600, refresh_token: `refresh-${n}` }];
}
const introspect = (form: URLSearchParams) =>
  provider.good.has(form.get("token") ?? "") ? { active: true, username: "otto" } : { active: false };

const form = (over: Partial<Record<keyof ImapForm, unknown>> = {}): ImapForm =>
  imapForm.parse({
    name: "Support",
    host: "127.0.0.1",
    port: dovecot.port,
    security: "none",
    username: "anna",
    password: IMAP_PASSWORD,
    address: "support@northwind.example",
    ...over,
  });
const trial = async (over: Partial<Record<keyof ImapForm, unknown>> = {}) =>
  testImapAccount(castCtx("ada"), form(over), { tokenUrl: () => `${provider.url}/token` });

describe("trying a connection", () => {
  test("lists folders and counts messages, and changes nothing", async () => {
    const user = await openImap(dovecot.port, "anna");
    await user.mailboxCreate("Archive");
    await user.logout();
    await dovecot.deliver("anna", [rawMessage(), rawMessage()]);
    expect(await trial()).toEqual({ problem: null, messages: 2, folders: ["INBOX", "Archive"] });
    const flags = await listFolder(dovecot.port, "anna");
    expect([...flags.values()].some((set) => set.has("\\Seen"))).toBe(false);
    expect(await db().imapAccount.count()).toBe(0);
    expect(await trial({ folder: "Nowhere" })).toMatchObject({ problem: { code: "folder" }, messages: null });
  });

  test("says in words what is wrong", async () => {
    expect((await trial({ password: "no" })).problem).toMatchObject({ code: "login" });
    expect((await trial({ host: "no-such-host.invalid" })).problem).toMatchObject({ code: "unknown_host" });
    expect((await trial({ port: 1 })).problem).toMatchObject({ code: "refused" });
    expect((await trial({ security: "tls" })).problem).toMatchObject({ code: "not_tls" });
  });

  test.each(["starttls", "tls"] as const)(
    "by %s: an unknown certificate is refused until it is named",
    async (security) => {
      const over = { security, port: security === "tls" ? dovecot.tlsPort : dovecot.port };
      expect((await trial(over)).problem).toMatchObject({ code: "certificate" });
      const named = { ...over, certificate: dovecot.certificate };
      expect((await trial({ ...named, host: "localhost" })).problem).toBeNull();
      // The very certificate is good under an address too.
      expect((await trial(named)).problem).toBeNull();
    },
  );

  test("with OAuth 2.0 asks the provider for a token", async () => {
    const oauth = { auth: "google", clientId: "app", refreshToken: "first", username: "otto", security: "starttls" };
    const found = await trial({ ...oauth, certificate: dovecot.certificate });
    expect(found).toMatchObject({ problem: null, messages: 0 });
    provider.refuse = { status: 400, body: { error: "invalid_grant", error_description: "Token has been expired." } };
    expect((await trial({ ...oauth, certificate: dovecot.certificate })).problem).toEqual({
      code: "token",
      detail: "invalid_grant: Token has been expired.",
    });
    provider.refuse = { status: 503, body: {} };
    expect((await trial({ ...oauth, certificate: dovecot.certificate })).problem).toMatchObject({
      code: "token_unreachable",
    });
  });
});

describe("a mailbox of Microsoft 365", () => {
  const secret = { clientId: "app", clientSecret: "hush", tenant: "northwind.example", refreshToken: "first" };
  const follow = () => {
    const seen: [string, string][] = [];
    const tokenUrl = (name: string, tenant: string) => {
      seen.push([name, tenant]);
      return `${provider.url}/token`;
    };
    open.push(startMailboxes({ retryMs: 20, maxRetryMs: 50, recheckMs: 100, tokenUrl }));
    return seen;
  };
  const add = () =>
    addImapAccount({
      username: "otto",
      port: dovecot.port,
      security: "starttls",
      certificate: dovecot.certificate,
      auth: "microsoft",
      secret: sealImapSecret(secret),
    });
  const savedSecret = async (id: string) => unsealImapSecret((await account(id)).secret);

  test("is opened with an access token; the provider's new refresh token takes the old one's place, sealed", async () => {
    const id = await add();
    const seen = follow();
    await dovecot.deliver("otto", [rawMessage()]);
    await until(
      () => db().inboundMail.count({ where: { imapId: id } }),
      (n) => n === 1,
    );
    expect(seen[0]).toEqual(["microsoft", "northwind.example"]);
    expect(Object.fromEntries(provider.asked[0]!)).toEqual({
      grant_type: "refresh_token",
      client_id: "app",
      client_secret: "hush",
      refresh_token: "first",
      scope: "https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
    });
    expect(await savedSecret(id)).toEqual({ ...secret, refreshToken: "refresh-1" });
    expect((await account(id)).secret).not.toContain("refresh");
    expect((await account(id)).revision).toBe(0);
  });

  test("a token that the server refuses is asked for anew at once, with the newest refresh token", async () => {
    const id = await add();
    provider.badTokens = 1;
    follow();
    await until(
      () => account(id),
      (row) => row.connectedAt !== null,
    );
    expect(provider.asked.map((asked) => asked.get("refresh_token"))).toEqual(["first", "refresh-1"]);
    expect(await savedSecret(id)).toEqual({ ...secret, refreshToken: "refresh-2" });
  });

  test("whose refresh token has ended is told, and tried again only later", async () => {
    provider.refuse = { status: 400, body: { error: "invalid_grant", error_description: "AADSTS70008: expired" } };
    const id = await add();
    follow();
    const { lastError } = await until(
      () => account(id),
      (row) => row.lastError !== null,
    );
    expect(lastError).toBe("token\ninvalid_grant: AADSTS70008: expired");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(provider.asked).toHaveLength(1);
  });
});

test("a server that will not encrypt gets no password", async () => {
  const greet = net.createServer((socket) => {
    socket.write("* OK ready\r\n");
    socket
      .on("error", () => undefined)
      .on("data", (chunk) => {
        heard += chunk.toString();
        const tag = chunk.toString().split(" ")[0];
        if (/CAPABILITY/.test(chunk.toString())) socket.write(`* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK\r\n`);
        else socket.write(`${tag} NO\r\n`);
      });
  });
  let heard = "";
  await new Promise<void>((resolve) => greet.listen(0, "127.0.0.1", resolve));
  const { port } = greet.address() as AddressInfo;
  expect((await trial({ port, security: "starttls" })).problem).toMatchObject({ code: "no_starttls" });
  expect(heard).not.toMatch(/LOGIN|AUTHENTICATE/);
  greet.close();
});

test("an account made on the screen is followed within a second", async () => {
  open.push(startMailboxes({ recheckMs: 60_000 }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { mailboxId } = await createImapAccount(castCtx("ada", { now: new Date() }), form());
  const found = await until(
    () => account(mailboxId),
    (row) => row.connectedAt !== null,
    2_000,
  );
  expect(found.lastError).toBeNull();
});
