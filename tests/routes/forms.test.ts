import { beforeAll, describe, expect, test } from "vitest";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { cast, requestTypes } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import type { Failure } from "~/http/route.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { action } from "~/portal/tickets/new";

useDatabase();

const MB = 1_000_000;
let cookie: string;
beforeAll(async () => {
  cookie = await signInAs("hana");
  await database().prisma.setting.create({
    data: { key: "tickets", value: { uploadMegabytes: 1 }, updatedAt: new Date() },
  });
});

const file = (bytes: number, name = "photo.bin") => new File([new Uint8Array(bytes)], name);

function form(files: readonly File[], over: Record<string, string> = {}): FormData {
  const body = new FormData();
  const typed = {
    formId: newId(),
    typeId: requestTypes.damaged.id,
    subject: "Насос течёт",
    text: "Words\r\nthat took an hour",
    ...over,
  };
  for (const [name, value] of Object.entries(typed)) body.set(name, value);
  for (const one of files) body.append("files", one);
  return body;
}

async function send(body: BodyInit, headers: Record<string, string> = {}, as: string | undefined = cookie) {
  const { status, location, value } = await answerOf(() =>
    action(routeArgs("/tickets/new", { method: "POST", body, headers, cookie: as })),
  );
  return { status, location, ...(value as { data?: Partial<Failure> }).data };
}

describe("an upload", () => {
  test.each([
    ["over the limit", () => [file(2 * MB, "video.mp4")], /video\.mp4 is larger than 1 MB/],
    ["far over the limit", () => [file(9 * MB)], /At most 1 MB each/],
    ["of many that are too large together", () => Array.from({ length: 8 }, () => file(MB - 1)), /At most 1 MB each/],
    ["of more files than a form takes", () => Array.from({ length: 25 }, (_, i) => file(1, `${i}.txt`)), /At most 20/],
  ])("%s is refused in clear words, keeps the text and opens nothing", async (_what, files, words) => {
    const answer = await send(form(files()));
    expect(answer.status).toBe(400);
    expect(answer.failure?.message).toMatch(words);
    expect(answer.failure?.fields.files).toMatch(words);
    expect(answer.values).toMatchObject({ subject: "Насос течёт", text: "Words\r\nthat took an hour" });
    expect(await database().prisma.ticket.count()).toBe(0);
  });

  test("that fits stays with the form when another is refused, and is listed there", async () => {
    const { uploads } = await send(form([file(5, "kept.txt"), file(2 * MB)]));
    expect(uploads).toMatchObject([{ name: "kept.txt", size: 5 }]);
  });

  test("of a stranger is not stored; the text is kept", async () => {
    const before = await database().prisma.upload.count();
    const answer = await send(form([file(5)], { email: "a@b.example", name: "A" }), {}, "");
    expect(answer).toMatchObject({ status: 400, values: { subject: "Насос течёт", email: "a@b.example" } });
    expect(await database().prisma.upload.count()).toBe(before);
  });

  test("with a path for a name is stored under its last part", async () => {
    await send(form([file(5, "../../etc/passwd"), file(2 * MB)]));
    const names = await database().prisma.upload.findMany({ where: { ownerId: cast.hana.id } });
    expect(names.map(({ name }) => name)).toContain("passwd");
    expect(names.some(({ name }) => /[/\\]/.test(name))).toBe(false);
  });
});

describe("a body that is no form", () => {
  const multipart = { "content-type": "multipart/form-data; boundary=x" };
  test.each([
    ["garbage in place of parts", "garbage", multipart],
    ["no boundary", "garbage", { "content-type": "multipart/form-data" }],
    [
      "a thousand and more parts",
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\ny\r\n'.repeat(1_500),
      multipart,
    ],
    ["a part that breaks off", '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nhalf of', multipart],
    ["JSON", '{"subject":"x"}', { "content-type": "application/json" }],
    ["bytes of no kind", new Uint8Array([0, 1, 2]), {}],
    [
      "more text than any form holds",
      `text=${"x".repeat(5 * MB)}`,
      { "content-type": "application/x-www-form-urlencoded" },
    ],
  ])("%s is the sender's mistake", async (_what, body, headers) => {
    const answer = await send(body, headers as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.failure?.message).toMatch(/did not arrive whole|too long/);
    expect(await database().prisma.ticket.count()).toBe(0);
  });
});

test("passwords and tokens are never given back to a form", async () => {
  const answer = await send(form([file(2 * MB)], { password: "hunter2 hunter2", token: "secret" }));
  expect(JSON.stringify(answer)).not.toMatch(/hunter2|secret/);
});
