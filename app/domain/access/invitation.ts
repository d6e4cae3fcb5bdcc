import { z } from "zod";
import { STAFF_ROLES } from "~/domain/identity/schema";

/** What an invitation's link carries. */
export const invitationPayload = z.object({
  role: z.enum(STAFF_ROLES),
  queueIds: z.array(z.string()),
  inviterId: z.string().nullable(),
});
