import { mailRuleSchema } from "~/domain/mailroom/rules/mail-rule-schema.server";
import { saveMailRules } from "~/domain/mailroom/rules/save-mail-rules.server";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { idOf, type SeededCompany } from "./seed-company";

type Ask = [fact: string, op: string, ...values: string[]];

const asked = (asks: readonly Ask[]) => asks.map(([fact, op, ...values]) => ({ fact, op, values }));
const rule = (name: string, all: readonly Ask[], actions: object, more: object = {}) => ({
  name,
  conditions: { all: asked(all) },
  actions,
  ...more,
});

const MONTHS_MS = 60 * 24 * 3_600_000;

/** What Northwind has its mailroom do with mail of machines, suppliers and strangers, since two months. */
export async function seedMailRules(now: Ctx, company: SeededCompany): Promise<void> {
  const ctx: Ctx = { ...now, now: new Date(now.now.getTime() - MONTHS_MS) };
  const [repairs, billing] = [idOf(company.queues, "repairs"), idOf(company.queues, "billing")];
  const drafts = [
    rule(
      "Programs from strangers wait",
      [
        ["known", "in", "unknown"],
        ["attachmentName", "matches", "\\.(exe|scr|js|vbs|bat|cmd|lnk|iso)$"],
      ],
      { quarantine: true },
    ),
    rule(
      "Changed bank details, not verified",
      [
        ["dmarc", "in", "none"],
        ["body", "any_word", "IBAN", "bank details", "coordinate bancarie"],
      ],
      { quarantine: true },
    ),
    rule("Trade newsletters", [["header:list-id", "contains", "newsletter"]], { discard: true }),
    rule(
      "Alarms of the remote monitoring",
      [
        ["from", "is", "alarm@telemetry.example"],
        ["subject", "matches", "^ALARM (?<code>[A-Z]{2}\\d{2})"],
      ],
      { queueId: repairs, priority: "urgent", tags: ["alarm", "alarm {{code}}"], answer: "none", stop: true },
    ),
    rule(
      "Form of the web site",
      [
        ["from", "is", "forms@website.example"],
        ["body", "matches", "^E-mail: *(?<mail>\\S+@\\S+)$"],
        ["body", "matches", "^Name: *(?<name>.+)$"],
      ],
      {
        tags: ["web form"],
        fields: [
          { field: "requester", value: "{{mail}}" },
          { field: "requesterName", value: "{{name}}" },
        ],
      },
    ),
    rule(
      "Delivery notes of the carrier",
      [
        ["domain", "is", "spedimonte.example"],
        ["subject", "matches", "\\bDDT *(?<note>\\d{4,8})"],
      ],
      { queueId: repairs, priority: "low", tags: ["delivery", "ddt {{note}}"], answer: "none" },
    ),
    rule("Return numbers", [["subject", "matches", "\\bRMA[- ]?(?<rma>\\d{4,8})\\b"]], {
      typeId: idOf(company.types, "damaged"),
      tags: ["rma {{rma}}"],
    }),
    rule(
      "Serial number in the text",
      [["body", "matches", "\\b(?:S/N|serial|matricola):? *(?<serial>[A-Z]{2}-[\\w-]{4,20})"]],
      {
        fields: [{ field: "asset", value: "{{serial}}" }],
      },
    ),
    rule(
      "Invoices of suppliers",
      [
        ["address", "in", "billing@northwind.example"],
        ["attachmentType", "is", "application/pdf"],
        ["known", "in", "unknown"],
      ],
      { queueId: billing, tags: ["supplier invoice"], answer: "none" },
    ),
    rule("Bank statements", [["from", "is", "estratti@bancapiemonte.example"]], {
      forwardTo: ["accounting@studio-valli.example"],
      file: "contact",
    }),
    rule("Elena follows the waterworks", [["domain", "is", "stadtwerke-lichtenberg.example"]], {
      followerIds: [idOf(company.people, "elena")],
      tags: ["waterworks"],
    }),
    rule("Large files", [["attachmentSize", "at_least", "15000"]], { tags: ["large files"] }),
    rule(
      "Season's greetings",
      [["subject", "contains", "season's greetings", "auguri di buon natale"]],
      { discard: true },
      { enabled: false },
    ),
  ];
  await saveMailRules(ctx, {
    base: 0,
    rules: drafts.map((draft) => mailRuleSchema.parse({ ...draft, id: newId(ctx.now.getTime()) })),
  });
}
