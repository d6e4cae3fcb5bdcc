import { storeUpload } from "~/domain/files/store-upload.server";
import { filingAddressOf } from "~/domain/mailroom/filing-address.server";
import { getFilingKey } from "~/domain/routing/get-filing-key.server";
import { saveReply } from "~/domain/tickets/save-reply.server";
import { savedReplyForm } from "~/domain/tickets/saved-reply-schema";
import type { Ctx } from "~/platform/ctx.server";
import { people } from "./people";
import { filedMails, savedReplies } from "./saved-replies";
import { letter, receiveSeeded } from "./receive-mail";
import { idOf, type SeededCompany } from "./seed-company";

/** Saved replies, and mails in contacts' files. */
export async function seedSavedReplies(ctx: Ctx, company: SeededCompany): Promise<void> {
  for (const { name, of, queues = [], texts, file } of savedReplies) {
    const as: Ctx = { ...ctx, actor: company.actors.get(of ?? "ada") ?? ctx.actor };
    const bytes = file && Buffer.from(file.name.endsWith(".pdf") ? pdf(file.text) : file.text);
    const files = file && bytes ? [await storeUpload(as, { name: file.name, type: file.type, bytes })] : [];
    const queueIds = queues.map((key) => idOf(company.queues, key));
    await saveReply(as, null, savedReplyForm.parse({ name, shared: !of, queueIds, texts, files }));
  }
  for (const mail of filedMails) await seedFiledMail(ctx, company, mail);
}

async function seedFiledMail(ctx: Ctx, company: SeededCompany, mail: (typeof filedMails)[number]): Promise<void> {
  const receivedAt = hoursAgo(ctx, mail.at);
  const key = await getFilingKey({ ...ctx, actor: company.actors.get(mail.by) ?? ctx.actor });
  const from = { name: people.find((person) => person.key === mail.by)?.name ?? "", address: addressOf(mail.by) };
  const id = `${mail.by}-${mail.at}@mail.northwind.example`;
  await receiveSeeded(
    { ...ctx, now: receivedAt },
    {
      ...letter(from, { to: filingAddressOf(key), id, subject: mail.subject, text: mail.text }),
      shownTo: addressOf(mail.to),
    },
  );
}

const hoursAgo = (ctx: Ctx, hours: number): Date => new Date(ctx.now.getTime() - hours * 3_600_000);

const addressOf = (key: string): string => people.find((person) => person.key === key)?.email ?? "";

/** One page with one line (ISO 32000-1, 7.5). */
function pdf(line: string): string {
  const draw = `BT /F1 14 Tf 40 100 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 620 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, "0");
  });
  const table = ["0000000000 65535 f ", ...offsets.map((offset) => `${offset} 00000 n `)].join("\n");
  return `${file}xref\n0 ${objects.length + 1}\n${table}\ntrailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}
