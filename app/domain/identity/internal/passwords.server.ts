import { hash, verify } from "@node-rs/argon2";

// argon2id with the parameters of RFC 9106's second recommendation scaled to a shared machine (OWASP: 19 MiB, 2 passes);
// Algorithm.Argon2id is the package's default.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), COST);

let decoy: Promise<string> | undefined;

/** Whether the password fits. Without a hash as much work is done and the answer is no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const fits = await verify(passwordHash ?? (await decoy), password.normalize("NFKC"));
  return fits && passwordHash !== null;
}
