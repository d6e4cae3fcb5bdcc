import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { composeMail } from "~/domain/mail/compose-mail.server";
import type { OutboundFacts } from "~/domain/mail/outbound-claim";
import { storeUpload } from "~/domain/files/store-upload.server";
import { previewMail } from "~/domain/mail/preview-mail.server";
import { suppressAddress } from "~/domain/mail/suppress-address.server";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, STORY_TIME } from "#tests/support/cast";
import { insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { previewReply } from "./preview-reply.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { saveDraft } from "./save-draft.server";
import { composeForm } from "./schema";

useDatabase();
const db = () => database().prisma;
const at = new Date(STORY_TIME);

// The mails' templates take their time on a busy machine.
beforeAll(() => previewMail("reply", "en"), 120_000);
beforeEach(async () => {
  freezeClock(STORY_TIME);
  await db().ticket.deleteMany();
  await db().outboundMail.deleteMany();
  await db().suppression.deleteMany();
  await db().upload.deleteMany();
});

const ticket = async () => {
  const made = await insertTicket({
    subject: "Pompa rotta",
    locale: "it",
    participants: { create: { personId: cast.hana.id, addedAt: at } },
  });
  await insertMessage(made.id, { text: "La pompa perde.", sentAt: new Date(at.getTime() - 60_000) });
  return made;
};
const upload = () =>
  storeUpload(castCtx("elena"), { name: "label.txt", type: "text/plain", bytes: Buffer.from("label") });
/** Every row, every job and every number given out. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await database().pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' or (schemaname, tablename) = ('graphile_worker', '_private_jobs') order by 1`,
  );
  const rows = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(x::text, '' order by x::text)) as value from ${name} x`,
  );
  const numbers = `select sequencename, last_value::text from pg_sequences where schemaname = 'public'`;
  const found = await database().pool.query<{ name: string; value: string }>([...rows, numbers].join(" union all "));
  return Object.fromEntries(found.rows.map(({ name, value }) => [name, value]));
}

describe("previewReply", () => {
  it("shows each kind of recipient the mail that a reply then really sends, and leaves nothing behind", async () => {
    const { number } = await ticket();
    const files = [await upload()];
    const cc = ["new@supplier.example"];
    await saveDraft(castCtx("elena"), number, { kind: "public", text: "Arriva domani.\n", cc, files });
    const before = await everything();
    expect(Object.keys(before)).toEqual(expect.arrayContaining(["public.message", "graphile_worker._private_jobs"]));
    const { mails, withheld, written } = await previewReply(castCtx("elena"), number);
    expect(await everything()).toEqual(before);
    expect([written, withheld]).toEqual([true, []]);
    expect(mails.map(({ template, locale, to }) => [template, locale, to.map(({ address }) => address)])).toEqual([
      ["reply", "it", [cast.giulia.email]],
      ["participant-message", "en", [cast.hana.email]],
      ["participant-message", "it", cc],
    ]);
    expect(mails.every(({ attachments }) => attachments[0]?.name === "label.txt" && attachments[0].size === 5)).toBe(
      true,
    );

    const form = composeForm.parse({ kind: "public", text: "Arriva domani.\n", cc: cc.join(), files });
    await replyToTicket(castCtx("elena"), number, form, { channel: "api" });
    const rows = await db().outboundMail.findMany();
    const real = await Promise.all(rows.map((row) => composeMail(systemCtx(), row as OutboundFacts)));
    for (const shown of mails) {
      const sent = real.find(({ to }) => to.address === shown.to[0]?.address);
      expect(shown.subject).toBe(sent?.subject);
      expect(shown.from).toEqual(sent?.from);
      expect(withoutLinks(shown.text)).toBe(withoutLinks(sent?.text ?? ""));
      expect(withoutLinks(shown.html)).toBe(withoutLinks(sent?.html ?? ""));
    }
  });

  it("names who would get nothing and why", async () => {
    const { number } = await ticket();
    await suppressAddress(systemCtx(), cast.giulia.email, "userunknown");
    await saveDraft(castCtx("elena"), number, { kind: "public", text: "Ciao", cc: [], files: [] });
    const { mails, withheld } = await previewReply(castCtx("elena"), number);
    expect(mails.map(({ template }) => template)).toEqual(["reply", "participant-message"]);
    expect(withheld).toEqual([{ address: cast.giulia.email, reason: "userunknown" }]);
  });

  it("says when nothing is written, and refuses what a reply would be refused", async () => {
    const { number, id } = await ticket();
    expect(await previewReply(castCtx("elena"), number)).toMatchObject({ written: false, mails: [] });
    await expect(previewReply(castCtx("marco"), number)).rejects.toMatchObject({ kind: "not_found" });
    await expect(previewReply(castCtx("giulia"), number)).rejects.toMatchObject({ kind: "forbidden" });
    await db().ticket.update({
      where: { id },
      data: { state: "closed", statusId: "00000000-0000-7000-8000-000000000007" },
    });
    await expect(previewReply(castCtx("elena"), number)).rejects.toMatchObject({ code: "tickets:error.closed" });
  });
});

/** The way to unsubscribe names its own mail. */
const withoutLinks = (text: string) => text.replace(/\/unsubscribe\/[\w.-]+/g, "/unsubscribe/x");
