import { beforeAll, describe, expect, test } from "vitest";
import { type CastName, castCtx, queues } from "#tests/support/cast";
import { insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";
import { storeFile } from "~/domain/files/store-file.server";
import { loader as download } from "~/endpoints/attachments/download";
import { loader as original } from "~/endpoints/messages/original";
import { loader as raw } from "~/endpoints/messages/raw";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";

useDatabase();

let message: { id: string };
const cookies = new Map<CastName, string>();
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const MAIL = [
  "From: giulia@marchetti.example",
  "Subject: Look </title><script>alert(1)</script>",
  "Content-Type: text/html; charset=utf-8",
  "",
  '<LINK rel=preconnect href="https://tracker.example"><script>alert(1)</script><img src="http://tracker.example/p.gif"><form action="//evil.example"><input></form>',
].join("\r\n");

beforeAll(async () => {
  for (const name of ["giulia", "hana", "sara", "marco"] as const) cookies.set(name, await signInAs(name));
  const ticket = await insertTicket();
  const inbound = await database().prisma.inboundMail.create({
    data: {
      id: newId(),
      source: "smtp",
      receivedAt: new Date(),
      envelopeFrom: "giulia@marchetti.example",
      recipients: [queues.repairs.address],
      size: MAIL.length,
      sha256: "",
      raw: { create: { bytes: new Uint8Array(Buffer.from(MAIL)) } },
    },
  });
  message = await insertMessage(ticket.id, { inboundId: inbound.id, channel: "mail" });
});

async function attach(name: string, type: string, bytes: Buffer): Promise<string> {
  const id = newId();
  const { fileId } = await storeFile(castCtx("giulia"), bytes);
  await database().prisma.attachment.create({ data: { id, messageId: message.id, fileId, name, type, position: 0 } });
  return id;
}

type Loader = typeof download | typeof original | typeof raw;

async function get(loader: Loader, path: string, as: CastName | null, headers: HeadersInit = {}) {
  const [, , id = ""] = new URL(path, "http://x").pathname.split("/");
  const args = routeArgs(path, { cookie: as ? cookies.get(as) : undefined, params: { id, name: "x" }, headers });
  const answer = await answerOf(() => loader(args));
  return { ...answer, response: answer.value as Response };
}

describe("an attachment", () => {
  test("that is a safe picture is shown, in a sandbox, and kept by its version", async () => {
    const id = await attach("crepa è.png", "image/png", PNG);
    const { response } = await get(download, `/attachments/${id}/x`, "giulia");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("content-length")).toBe("16");
    expect(response.headers.get("content-disposition")).toBe(
      `inline; filename="crepa _.png"; filename*=UTF-8''crepa%20%C3%A8.png`,
    );
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
    expect(response.headers.get("cache-control")).toMatch(/^private/);
    const etag = response.headers.get("etag")!;
    const again = await get(download, `/attachments/${id}/x`, "giulia", { "if-none-match": `W/${etag}` });
    expect(again.status).toBe(304);
  });

  test.each([
    ["page.html", "text/html"],
    ["picture.svg", "image/svg+xml"],
    ["notes.txt", "text/plain"],
  ])("like %s is saved, whatever it says it is", async (name, type) => {
    const id = await attach(name, type, Buffer.from("<script>alert(1)</script>"));
    const { response } = await get(download, `/attachments/${id}/x`, "sara");
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox/);
  });

  test("is there for nobody else", async () => {
    const id = await attach("a.pdf", "application/pdf", Buffer.from("%PDF-1.7"));
    const path = `/attachments/${id}/x`;
    expect((await get(download, path, "giulia")).response.headers.get("content-disposition")).toMatch(/^inline/);
    expect((await get(download, path, "hana")).status).toBe(404);
    expect((await get(download, path, "marco")).status).toBe(404);
    expect((await get(download, path, null)).location).toMatch(/^\/sign-in/);
    expect((await get(download, "/attachments/nonsense/x", "giulia")).status).toBe(404);
  });
});

describe("the original of a mail", () => {
  test("runs nothing and loads nothing until asked", async () => {
    const { response } = await get(original, `/messages/${message.id}/original`, "giulia");
    const policy = response.headers.get("content-security-policy")!;
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:;/);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const page = await response.text();
    expect(page).toContain("<title>Look &lt;/title&gt;&lt;script&gt;");
    expect(page).toContain('href="?images=1"');
  });

  test("connects to nothing: a link to another server would tell the sender without loading anything", async () => {
    const { response } = await get(original, `/messages/${message.id}/original`, "giulia");
    expect(await response.text()).not.toMatch(/<link/i);
    expect(response.headers.get("x-dns-prefetch-control")).toBe("off");
  });

  test("loads pictures from elsewhere when asked", async () => {
    const { response } = await get(original, `/messages/${message.id}/original?images=1`, "sara");
    expect(response.headers.get("content-security-policy")).toContain("img-src data: https: http:;");
    expect(await response.text()).not.toContain('href="?images=1"');
  });

  test("is there for who sees the message", async () => {
    expect((await get(original, `/messages/${message.id}/original`, "hana")).status).toBe(404);
    expect((await get(original, `/messages/${newId()}/original`, "sara")).status).toBe(404);
  });
});

describe("the raw mail", () => {
  test("is saved by staff, byte for byte", async () => {
    const { response } = await get(raw, `/messages/${message.id}/raw`, "sara");
    expect(await response.text()).toBe(MAIL);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="\d+-[0-9a-f]{12}\.eml"/);
  });

  test("is not for customers, nor for other queues", async () => {
    expect((await get(raw, `/messages/${message.id}/raw`, "giulia")).status).toBe(403);
    expect((await get(raw, `/messages/${message.id}/raw`, "marco")).status).toBe(404);
  });
});
