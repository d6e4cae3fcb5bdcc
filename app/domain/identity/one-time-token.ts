/** What a link does when it is used. */
export type TokenPurpose = "sign_in" | "verify_address" | "invitation" | "password_reset" | "confirm_ticket";

export type OneTimeToken = {
  id: string;
  purpose: TokenPurpose;
  address: string;
  personId: string | null;
  payload: Record<string, unknown>;
  expiresAt: Date;
};
