import { hashPassword } from "./internal/passwords.server";

export type HashedPassword = { passwordHash: string };

/** A new password as the database keeps it. Takes tens of milliseconds: hash before a transaction with locks. */
export const hashNewPassword = async (password: string): Promise<HashedPassword> => ({
  passwordHash: await hashPassword(password),
});
