import { z } from "zod";
import { domainOf, normaliseAddress } from "~/domain/identity/address";
import { SHARINGS } from "./organization-sharing";

const words = (max: number) => z.string().trim().max(max, "common:error.tooLong");
const named = (max: number) =>
  z.string({ error: "common:error.required" }).trim().min(1, "common:error.required").max(max, "common:error.tooLong");

/** A mail domain in the form that addresses are stored in (lower-case, ASCII); null for none. */
const domain = words(253)
  .default("")
  .transform((text, issues) => {
    if (!text) return null;
    const address = normaliseAddress(`somebody@${text.replace(/^@/, "")}`);
    if (!address) issues.addIssue({ code: "custom", message: "contracts:error.domain" });
    return address ? domainOf(address) : z.NEVER;
  });

export const organizationForm = z.object({
  name: named(120),
  domain,
  sharing: z.enum(SHARINGS).default("own"),
  region: words(60).default(""),
});
export type OrganizationForm = z.output<typeof organizationForm>;

export const assetForm = z.object({ name: named(120), serial: words(80).default("") });
export type AssetForm = z.output<typeof assetForm>;
