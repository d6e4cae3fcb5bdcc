import { expect, test } from "vitest";
import { statementsOf } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import { receiveMail } from "~/domain/mail/receive-mail.server";
import { systemCtx } from "~/platform/ctx.server";
import { processMail } from "./process-mail.server";

useDatabase();

async function arrive(from: string, n: number, answers: number | null = null): Promise<string> {
  const head = [`From: ${from}`, "To: support@northwind.example", `Message-ID: <${n}@b.example>`, "Subject: Leak"];
  const lines = [...head, ...(answers ? [`In-Reply-To: <${answers}@b.example>`] : []), "", "The pump leaks again."];
  const bytes = Buffer.from(lines.join("\r\n"));
  const mail = { bytes, source: "smtp" as const, envelopeFrom: from, recipients: ["support@northwind.example"] };
  return (await receiveMail(systemCtx(), mail)).inboundId;
}

/** Without what a process reads every few seconds and keeps: addresses and settings. */
const run = async (id: string) =>
  (await statementsOf(() => processMail(systemCtx(), id))).filter(
    ({ text }) => !/from queue q left join queue_address|"public"."setting"/.test(text),
  );
/** What PostgreSQL plans anew for every mail; taking it up is prepared by the driver. */
const planned = (statements: { text: string }[]) =>
  statements
    .filter(({ text }) => !/\/\* prepared \*\/|^with work as|^(begin|commit)$/i.test(text))
    .map(({ text }) => text);

test("a mail costs few statements, each planned once per connection", async () => {
  await run(await arrive("a@b.example", 1));
  const opened = await run(await arrive("c@b.example", 2));
  expect(opened.length).toBeLessThanOrEqual(18);
  expect(planned(opened)).toEqual([]);

  const joined = await run(await arrive("a@b.example", 3, 1));
  expect(joined.length).toBeLessThanOrEqual(19);
  expect(planned(joined)).toEqual([]);
});
