import { z } from "zod";

/** The domain that gets a key. */
export const dkimDomainForm = z.object({ domain: z.string().trim().min(1).max(255) });

/** Which key a button means. */
export const dkimKeyForm = dkimDomainForm.extend({ selector: z.string().trim().min(1).max(63) });
