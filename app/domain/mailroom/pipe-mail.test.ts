import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { queues } from "#tests/support/cast";
import { workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { database, disconnect } from "~/platform/db.server";
import { pipeMail } from "./pipe-mail.server";

useDatabase();
const to: string[] = [queues.repairs.address];
const mail = "From: hana@tanaka.example\r\nTo: support@northwind.example\r\nSubject: Piped\r\n\r\nby a mail system\r\n";
const pipe = (text: string | Buffer, recipients = to) =>
  pipeMail({ recipients, envelopeFrom: "hana@tanaka.example", input: Readable.from([text]) });
const kept = () => database().prisma.inboundMail.findMany({ include: { raw: true } });

beforeEach(() => void vi.spyOn(process.stderr, "write").mockReturnValue(true));
afterEach(() => void vi.restoreAllMocks());

test("0 when the message is durable, without the separator line of an mbox file; the worker files it", async () => {
  expect(await pipe(`From hana@tanaka.example Fri Nov 20 10:00:00 2026\n${mail}`)).toBe(0);
  const [row] = await kept();
  expect(row).toMatchObject({ source: "pipe", recipients: to, envelopeFrom: "hana@tanaka.example" });
  expect(Buffer.from(row!.raw!.bytes).toString()).toBe(mail);
  await workMail();
  expect(await database().prisma.ticket.findMany()).toMatchObject([{ subject: "Piped", channel: "mail" }]);
});

test("67 for an address that is not ours, 65 for what never can be taken", async () => {
  const before = (await kept()).length;
  expect(await pipe(mail, ["nobody@northwind.example"])).toBe(67);
  expect(await pipe("")).toBe(65);
  expect(await pipe(Buffer.alloc(26 * 1024 * 1024, "a"))).toBe(65);
  expect(await kept()).toHaveLength(before);
});

test("75 while the database is away", async () => {
  const alive = process.env.DATABASE_URL!;
  await disconnect();
  process.env.DATABASE_URL = "postgresql://nobody:nothing@127.0.0.1:1/none";
  try {
    expect(await pipe(mail)).toBe(75);
  } finally {
    await disconnect();
    process.env.DATABASE_URL = alive;
  }
});
