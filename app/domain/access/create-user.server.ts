import { z } from "zod";
import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { makeStaff } from "~/domain/identity/make-staff.server";
import { addressField, nameField, newPasswordField, ROLES } from "~/domain/identity/schema";
import { hashNewPassword } from "~/domain/identity/hash-new-password.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { assertManagesPeople } from "~/domain/identity/policy";
import { verifyAddress } from "~/domain/identity/verify-address.server";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { linkUrl } from "./internal/link-url.server";

type Input = { email: string; role: string; name?: string; password?: string };
type Created = { personId: string; email: string; passwordUrl: string | null };

const form = z.object({
  email: addressField,
  role: z.enum(ROLES, "common:error.invalid"),
  name: nameField.optional(),
  password: newPasswordField.optional(),
});

const HOURS = 24;

/**
 * Makes a person with a role from the command line, whose word is taken for the address; an existing person gets the
 * role. Without a password, `passwordUrl` lets the person choose one within a day. New agents work in every queue.
 */
export async function createUser(ctx: Ctx, input: Input): Promise<Created> {
  assertManagesPeople(ctx.actor);
  const parsed = form.safeParse(input);
  if (!parsed.success) throw invalid("common:error.checkFields", fieldErrors(parsed.error));
  const { email, role, name = "", password } = parsed.data;
  const hashed = password === undefined ? null : await hashNewPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const queueIds = (await ctx.db.queue.findMany({ where: { archivedAt: null }, select: { id: true } })).map(
      (q) => q.id,
    );
    const { personId } =
      role === "customer"
        ? await findOrCreateContact(ctx, { address: email, name })
        : await makeStaff(ctx, { address: email, name, role, queueIds });
    await verifyAddress(ctx, email);
    if (hashed) {
      await setPassword(ctx, personId, hashed, "command_line");
      return { personId, email, passwordUrl: null };
    }
    const minutes = HOURS * 60;
    const { token } = await createOneTimeToken(ctx, { purpose: "password_reset", address: email, personId, minutes });
    return { personId, email, passwordUrl: linkUrl(token) };
  });
}

function fieldErrors(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(
    error.issues.map(({ path, message }) => [
      path.join("."),
      /^[a-z]+:[\w.]+$/.test(message) ? message : "common:error.invalid",
    ]),
  );
}
