import type { LinkView } from "~/domain/access/find-link.server";

export type LinkKind = "signIn" | "signUp" | "addAddress" | "resetPassword" | "confirmTicket";

/** Which of the page's faces a link shows; an invitation has a page of its own. */
export function linkKind({ purpose, personId }: Pick<LinkView, "purpose" | "personId">): LinkKind | null {
  if (purpose === "sign_in") return "signIn";
  if (purpose === "verify_address") return personId ? "addAddress" : "signUp";
  if (purpose === "password_reset") return "resetPassword";
  return purpose === "confirm_ticket" ? "confirmTicket" : null;
}
