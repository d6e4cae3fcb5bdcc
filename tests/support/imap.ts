import { randomBytes } from "node:crypto";
import { ImapFlow } from "imapflow";
import { sealImapSecret } from "~/domain/mailroom/imap/imap-secret.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import type { Prisma } from "~/generated/prisma/client";

export const IMAP_PASSWORD = "a password of tests";

/** A user's own view of a mailbox in clear; to be closed by the caller. */
export async function openImap(port: number, user: string): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: IMAP_PASSWORD },
    logger: false,
    disableAutoIdle: true,
  });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Flags by uid of what lies in a user's folder; empty when there is no such folder. */
export async function listFolder(port: number, user: string, folder = "INBOX"): Promise<Map<number, Set<string>>> {
  const client = await openImap(port, user);
  try {
    if (!(await client.list()).some(({ path }) => path === folder)) return new Map();
    const { exists } = await client.mailboxOpen(folder, { readOnly: true });
    const messages = exists ? await client.fetchAll("1:*", { uid: true, flags: true }) : [];
    return new Map(messages.map(({ uid, flags }) => [uid, flags ?? new Set()]));
  } finally {
    await client.logout();
  }
}

/** An account that is switched on, with the password of tests. */
export async function addImapAccount(over: Partial<Prisma.ImapAccountUncheckedCreateInput> = {}): Promise<string> {
  const id = newId();
  const { prisma } = database();
  await prisma.imapAccount.create({
    data: {
      id,
      name: id,
      host: "127.0.0.1",
      port: 143,
      security: "none",
      auth: "password",
      username: "nobody",
      secret: sealImapSecret({ password: IMAP_PASSWORD }),
      address: "support@northwind.example",
      createdAt: new Date(),
      ...over,
    },
  });
  return id;
}

type Draft = { from?: string; to?: string; subject?: string; text?: string; id?: string; headers?: string[] };

/** One message as a mail system has it. */
export const rawMessage = ({ from, to, subject, text, id, headers = [] }: Draft = {}): string =>
  [
    ...headers,
    `From: ${from ?? "Giulia <giulia@marchetti.example>"}`,
    `To: ${to ?? "info@elsewhere.example"}`,
    `Subject: ${subject ?? "La pompa perde"}`,
    `Message-ID: ${id ?? `<${randomBytes(8).toString("hex")}@marchetti.example>`}`,
    "Date: Fri, 20 Nov 2026 10:54:00 +0100",
    "",
    text ?? "Buongiorno, la pompa perde acqua da ieri sera.",
    "",
  ].join("\r\n");

/** Waits until it is so; fails with what it was last. */
export async function until<T>(look: () => Promise<T> | T, wanted: (value: T) => boolean, ms = 50_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await look();
    if (wanted(value)) return value;
    if (Date.now() > end) {
      const text = JSON.stringify(value, (_key, each: unknown) => (typeof each === "bigint" ? String(each) : each));
      throw new Error(`waited in vain, last: ${text}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
