import { fillLines } from "~/lib/fill-words";
import type { SignatureVariable } from "~/lib/signature-words";
import { Prisma } from "~/platform/db.server";
import { settingGroups } from "~/platform/settings.server";

export type SignatureFacts = {
  author: string | null;
  signature: string | null;
  queue: string;
  /** The address's, or the queue's in its absence. */
  queueSignature: string;
  company: unknown;
};

/** Of the author `a`, the queue `q` and `own`, the queue's address that the ticket's first mail came to. */
export const SIGNATURE_COLUMNS = Prisma.sql`a.name as author, a.signature, q.name as queue,
  coalesce(nullif(own.signature, ''), q.signature) as "queueSignature",
  (select s.value from setting s where s.key = 'company') as company`;

/** The agent's signature and below it the address's or the queue's, with their variables in place. */
export function signatureOf({ author, signature, queue, queueSignature, company: saved }: SignatureFacts): string {
  const parsed = settingGroups.company.safeParse(saved ?? {});
  const company = parsed.success ? parsed.data : settingGroups.company.parse({});
  const values: Record<SignatureVariable, string> = {
    "agent.name": author ?? "",
    "queue.name": queue,
    "company.name": company.name,
    "company.phone": company.phone,
    "company.email": company.email,
    "company.hours": company.hours,
  };
  return [signature, queueSignature]
    .map((text) => fillLines(text ?? "", values))
    .filter(Boolean)
    .join("\n");
}
