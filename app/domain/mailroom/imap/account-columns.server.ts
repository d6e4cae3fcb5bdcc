import { X509Certificate } from "node:crypto";
import { dateOf, localDay } from "~/domain/calendars/local-time";
import { offsetsAround } from "~/domain/calendars/time-zone";
import { DAY, dayNumber, toInstant } from "~/domain/calendars/wall-clock";
import { invalid } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { ImapForm } from "./imap-schema";

/** Whose change means another server: a saved secret does not go there by itself. */
export const SERVER_FIELDS = ["host", "port", "security", "certificate", "auth"] as const;
/** Whose change means other messages: what is known of uids is forgotten. */
export const FOLDER_FIELDS = ["host", "port", "username", "folder"] as const;

/** A form's fields as columns, without the secret; the day as the instant at which it begins for the administrator. */
export function accountColumns({ timeZone }: Ctx, form: ImapForm) {
  const { name, host, port, security, certificate, username, auth, folder, afterwards, address } = form;
  const moveTo = afterwards === "move" ? form.moveTo : "";
  const since = form.since === null ? null : startOfDay(form.since, timeZone);
  return { name, host, port, security, certificate, username, auth, folder, afterwards, moveTo, address, since };
}

/** The day ("2026-11-22") that an instant is on for the administrator. */
export const dayOf = ({ timeZone }: Ctx, at: Date): string => dateOf(localDay(timeZone, at.getTime() / 1_000));

function startOfDay(text: string, timeZone: string): Date {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return new Date(toInstant(offsetsAround(timeZone, year), dayNumber(year, month, day) * DAY) * 1_000);
}

/** Refuses, by field, a name that is taken, an address that is not ours, and a certificate that cannot be read. */
export async function checkAccount(ctx: Ctx, id: string, { name, address, certificate }: ImapForm): Promise<void> {
  const fields: Record<string, string> = {};
  const [taken, ours] = await Promise.all([
    ctx.db.imapAccount.findFirst({ where: { name, id: { not: id } }, select: { id: true } }),
    ctx.db.queueAddress.findFirst({ where: { address }, select: { address: true } }),
  ]);
  if (taken) fields.name = "mailadmin:imap.error.nameTaken";
  if (!ours) fields.address = "mailadmin:imap.error.notOurs";
  if (certificate && !isCertificate(certificate)) fields.certificate = "mailadmin:imap.error.certificate";
  if (Object.keys(fields).length) throw invalid("common:error.checkFields", fields);
}

function isCertificate(pem: string): boolean {
  try {
    return Boolean(new X509Certificate(pem));
  } catch {
    return false;
  }
}
