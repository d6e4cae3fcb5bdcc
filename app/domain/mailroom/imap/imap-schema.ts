import { z } from "zod";

export const SECURITIES = ["tls", "starttls", "none"] as const;
export const AUTHS = ["password", "microsoft", "google"] as const;
export const AFTERWARDS = ["seen", "move", "delete"] as const;

/** Where the two providers take mail programs. */
export const PROVIDER_HOSTS = { microsoft: "outlook.office365.com", google: "imap.gmail.com" } as const;

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9._-]*[a-z0-9])?$|^[0-9a-f:]*:[0-9a-f:.]+$/i;
const TENANT = /^[a-z0-9][a-z0-9.-]{0,100}$/i;
const CERTIFICATE = /^-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----$/;

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "common:error.tooLong")
    .regex(/^\P{Cc}*$/u, "common:error.invalid")
    .default("");
const secret = z.string().max(8_000, "common:error.tooLong").default("");
const port = z.coerce.number("mailadmin:imap.error.port").int("mailadmin:imap.error.port");

/** A day ("2026-11-22") that exists, or nothing. */
const day = z
  .string()
  .regex(/^(19|20)\d\d-\d\d-\d\d$/, "mailadmin:imap.error.since")
  .refine((text) => {
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  }, "mailadmin:imap.error.since")
  .nullable()
  .default(null);

/** A mailbox as it is given. Secrets that are left empty keep what is saved. */
export const imapForm = z
  .object({
    name: line(80).pipe(z.string().min(1, "common:error.required")),
    host: line(253).pipe(z.string().min(1, "common:error.required").regex(HOST, "mailadmin:imap.error.host")),
    port: port.min(1, "mailadmin:imap.error.port").max(65_535, "mailadmin:imap.error.port"),
    security: z.enum(SECURITIES).default("tls"),
    certificate: z
      .string()
      .trim()
      .max(20_000, "common:error.tooLong")
      .refine((text) => text === "" || CERTIFICATE.test(text), "mailadmin:imap.error.certificate")
      .default(""),
    username: line(320).pipe(z.string().min(1, "common:error.required")),
    auth: z.enum(AUTHS).default("password"),
    password: secret,
    clientId: line(300),
    clientSecret: secret,
    tenant: line(101),
    refreshToken: secret.transform((text) => text.replaceAll(/\s+/g, "")),
    folder: line(300).transform((text) => text || "INBOX"),
    afterwards: z.enum(AFTERWARDS).default("seen"),
    moveTo: line(300),
    address: line(320).pipe(z.string().min(1, "common:error.required").toLowerCase()),
    since: day,
  })
  .superRefine((form, issues) => {
    const problem = (path: string, message: string) => issues.addIssue({ code: "custom", path: [path], message });
    if (form.afterwards === "move" && !form.moveTo) problem("moveTo", "common:error.required");
    if (form.afterwards === "move" && sameFolder(form.moveTo, form.folder))
      problem("moveTo", "mailadmin:imap.error.sameFolder");
    if (form.auth !== "password" && !form.clientId) problem("clientId", "common:error.required");
    if (form.auth === "microsoft" && !TENANT.test(form.tenant)) problem("tenant", "mailadmin:imap.error.tenant");
    if (form.auth !== "password" && form.security === "none") problem("security", "mailadmin:imap.error.tokenInClear");
  });

export type ImapForm = z.output<typeof imapForm>;

/** INBOX alone is the same in any case (RFC 9051, 5.1). */
const sameFolder = (a: string, b: string): boolean =>
  a === b || (a.toUpperCase() === "INBOX" && b.toUpperCase() === "INBOX");
