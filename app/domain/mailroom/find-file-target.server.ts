import { findPersonByAddress } from "~/domain/identity/find-person-by-address.server";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { mailQueues } from "./mail-queues.server";

/** Empty is the sender's own file. */
export type FileTarget = { personId?: string; organizationId?: string };

/**
 * Whose file a mail goes into, as an agent chose or wrote it: a contact by address, an organization by its name or
 * domain. Refuses with the field's error what names nobody, or several.
 */
export async function findFileTarget(ctx: Ctx, { to, other }: { to: string; other: string }): Promise<FileTarget> {
  mailQueues(ctx.actor); // staff alone
  if (to === "sender") return {};
  const [kind, id = ""] = to.split(":");
  if (kind === "person") return { personId: id };
  if (kind === "organization") return { organizationId: id };
  if (other.includes("@") && !other.startsWith("@")) {
    const person = await findPersonByAddress(ctx, other);
    if (person?.role === "customer") return { personId: person.id };
  } else if (other) {
    const name = other.replace(/^@/, "");
    const found = await ctx.db.organization.findMany({
      where: { OR: [{ domain: name.toLowerCase() }, { name: { equals: name, mode: "insensitive" } }] },
      select: { id: true },
      take: 2,
    });
    if (found.length === 1 && found[0]) return { organizationId: found[0].id };
  }
  throw invalid("mailroom:error.fileOther", { other: "mailroom:error.fileOther" });
}
