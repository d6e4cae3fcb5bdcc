import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import { DomainError } from "~/lib/errors";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { fileStorage } from "~/platform/file-storage.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx, queues, STORY_TIME } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { openFile } from "./open-file.server";
import { readFileBytes } from "./read-file-bytes.server";
import { storeFile } from "./store-file.server";
import { storeUpload } from "./store-upload.server";
import { sweepFiles } from "./sweep-files.server";
import { sweepUploads } from "./sweep-uploads.server";
import { takeUploads } from "./take-uploads.server";

useDatabase();
beforeEach(() => freezeClock(STORY_TIME));

const later = (hours: number) => systemCtx({ now: new Date(new Date(STORY_TIME).getTime() + hours * 3_600_000) });
const bytes = (text: string) => Buffer.from(text);
const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

describe("storeFile", () => {
  it("keeps equal contents once", async () => {
    const [a, b] = await Promise.all([storeFile(systemCtx(), bytes("same")), storeFile(systemCtx(), bytes("same"))]);
    expect(a.fileId).toBe(b.fileId);
    expect(await database().prisma.storedFile.count({ where: { sha256: a.sha256 } })).toBe(1);
    expect(String(await readFileBytes(a.fileId))).toBe("same");
    expect(String(await buffer(await openFile(a.sha256)))).toBe("same");
  });

  it("keeps an empty file", async () => {
    const { fileId, size } = await storeFile(systemCtx(), bytes(""));
    expect(size).toBe(0);
    expect((await readFileBytes(fileId)).length).toBe(0);
  });
});

describe("uploads", () => {
  it("are taken once, in the order asked for, by their owner", async () => {
    const ctx = castCtx("giulia");
    const first = await storeUpload(ctx, { name: "a.txt", type: "text/plain", bytes: bytes("a") });
    const second = await storeUpload(ctx, { name: "../b.html", type: "text/html", bytes: bytes("<b>") });
    await expect(inTransaction(castCtx("paolo"), (ctx) => takeUploads(ctx, [first]))).rejects.toThrow(DomainError);
    const taken = await inTransaction(ctx, (ctx) => takeUploads(ctx, [second, first, newId(), "nonsense"]));
    expect(taken.map(({ name, type, size }) => [name, type, size])).toEqual([
      ["b.html", "application/octet-stream", 3],
      ["a.txt", "text/plain", 1],
    ]);
    expect(await inTransaction(ctx, (ctx) => takeUploads(ctx, [second, first]))).toEqual([]);
  });

  it("come back when the transaction fails", async () => {
    const ctx = castCtx("giulia");
    const id = await storeUpload(ctx, { name: "a.txt", type: "text/plain", bytes: bytes("back") });
    const failing = inTransaction(ctx, async (ctx) => {
      await takeUploads(ctx, [id]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await inTransaction(systemCtx(), (ctx) => takeUploads(ctx, [id]))).toHaveLength(1);
  });

  it("need somebody signed in", async () => {
    const ctx = systemCtx({ actor: { kind: "anonymous" } });
    await expect(storeUpload(ctx, { name: "a", type: "", bytes: bytes("a") })).rejects.toMatchObject({
      code: "common:error.filesNeedSignIn",
    });
  });

  it("go after seven days unless a draft holds them", async () => {
    const ctx = castCtx("sara");
    const forgotten = await storeUpload(ctx, { name: "a", type: "", bytes: bytes("forgotten") });
    const held = await storeUpload(ctx, { name: "b", type: "", bytes: bytes("held") });
    const ticket = await database().prisma.ticket.create({
      data: {
        id: newId(),
        subject: "Pump",
        requesterId: cast.giulia.id,
        queueId: queues.repairs.id,
        statusId: "00000000-0000-7000-8000-000000000001",
        channel: "portal",
        createdAt: ctx.now,
        activityAt: ctx.now,
        publicAt: ctx.now,
        waitingSince: ctx.now,
        nextDueAt: ctx.now,
        drafts: { create: { personId: cast.sara.id, kind: "note", text: "", uploadIds: [held], updatedAt: ctx.now } },
      },
    });
    await sweepUploads(later(24 * 6));
    expect(await database().prisma.upload.count({ where: { id: { in: [forgotten, held] } } })).toBe(2);
    await sweepUploads(later(24 * 8));
    expect(await database().prisma.upload.findMany({ where: { id: { in: [forgotten, held] } } })).toMatchObject([
      { id: held },
    ]);
    await database().prisma.ticket.delete({ where: { id: ticket.id } });
  });
});

describe("sweepFiles", () => {
  it("takes row and bytes of what nobody refers to, a day later", async () => {
    const { fileId, sha256 } = await storeFile(systemCtx(), bytes("orphan"));
    await sweepFiles(later(23));
    expect(await (await fileStorage()).exists(keyOf(sha256))).toBe(true);
    await sweepFiles(later(25));
    expect(await (await fileStorage()).exists(keyOf(sha256))).toBe(false);
    await expect(readFileBytes(fileId)).rejects.toThrow(DomainError);
  });

  it("leaves what an upload refers to, and what was stored again meanwhile", async () => {
    const uploaded = await storeUpload(castCtx("giulia"), { name: "u", type: "", bytes: bytes("uploaded") });
    const { sha256 } = await storeFile(systemCtx(), bytes("again"));
    await storeFile(later(30), bytes("again"));
    await sweepFiles(later(40));
    expect(await (await fileStorage()).exists(keyOf(sha256))).toBe(true);
    const upload = await database().prisma.upload.findUniqueOrThrow({ where: { id: uploaded } });
    expect(String(await readFileBytes(upload.fileId))).toBe("uploaded");
  });

  it("never takes the bytes of a content that is stored at the same moment", async () => {
    for (let round = 0; round < 15; round++) {
      const content = bytes(`race ${round}`);
      await storeFile(systemCtx(), content);
      const [, again] = await Promise.all([sweepFiles(later(48)), storeFile(later(48), content)]);
      expect(String(await readFileBytes(again.fileId))).toBe(`race ${round}`);
    }
  });
});
