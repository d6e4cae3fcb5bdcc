import { findOneTimeToken } from "~/domain/identity/find-one-time-token.server";
import type { TokenPurpose } from "~/domain/identity/one-time-token";
import type { StaffRole } from "~/domain/identity/schema";
import type { Ctx } from "~/platform/ctx.server";
import { invitationPayload } from "./invitation";

/** What a link's page says before it is used. */
export type LinkView = {
  purpose: TokenPurpose;
  address: string;
  /** The account that asked for the address, or whose link it is. */
  personId: string | null;
  to: string | null;
  name: string;
  subject: string;
  role: StaffRole | null;
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What a link would do; null when unknown, used or too old. Looking does not use it up. */
export async function findLink(ctx: Ctx, token: string): Promise<LinkView | null> {
  const link = await findOneTimeToken(ctx, token);
  if (!link) return null;
  const { purpose, address, personId, payload } = link;
  return {
    purpose,
    address,
    personId,
    to: text(payload.to) || null,
    name: text(payload.name),
    subject: text(payload.subject),
    role: purpose === "invitation" ? invitationPayload.parse(payload).role : null,
  };
}
