import { createHash, randomBytes } from "node:crypto";

/** 256 random bits in base64url: nobody guesses it, so a plain hash keeps it. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
