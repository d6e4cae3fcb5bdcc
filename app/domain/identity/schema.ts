import { z } from "zod";
import { normaliseAddress } from "./address";

export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 200;
export const MAX_NAME = 120;
export const ROLES = ["customer", "agent", "editor", "administrator"] as const;
export const STAFF_ROLES = ["agent", "editor", "administrator"] as const;
export const THEMES = ["system", "light", "dark"] as const;

const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** A typed address, in normal form; its domain has a dot, since mail leaves the house. */
export const addressField = z.string({ error: "common:error.required" }).transform((raw, ctx) => {
  const address = normaliseAddress(raw);
  if (address && /@.*\./.test(address)) return address;
  ctx.addIssue({ code: "custom", message: "common:error.email" });
  return z.NEVER;
});

export const nameField = z
  .string({ error: "common:error.required" })
  .transform((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim())
  .pipe(z.string().min(1, "common:error.required").max(MAX_NAME, "common:error.tooLong"));

/** Length is what makes a password hard to guess; nothing else is asked of it. */
export const newPasswordField = z
  .string({ error: "common:error.required" })
  .min(MIN_PASSWORD, "identity:error.passwordShort")
  .max(MAX_PASSWORD, "common:error.tooLong");

const typedPassword = z.string({ error: "common:error.required" }).max(MAX_PASSWORD, "common:error.tooLong");
const to = z.string().max(2000).optional();

export const signInForm = z.object({ email: addressField, password: typedPassword, to });
export const signInLinkForm = z.object({ email: addressField, to });
export const signUpForm = z.object({ name: nameField, email: addressField, to });
export const forgotPasswordForm = z.object({ email: addressField });

export const newPasswordForm = z.object({ password: newPasswordField });
/** `current` is asked for only when the account has a password. */
export const changePasswordForm = z.object({ current: typedPassword.default(""), password: newPasswordField });
export const removePasswordForm = z.object({ current: typedPassword });
export const acceptInvitationForm = z.object({ name: nameField, password: newPasswordField });

export const profileForm = z.object({
  name: nameField,
  locale: z.enum(["en", "it", "ro", "ru"], "common:error.invalid").nullable().default(null),
  timeZone: z
    .string()
    .refine((zone) => zones.has(zone), "common:error.invalid")
    .nullable()
    .default(null),
  theme: z.enum(THEMES, "common:error.invalid").default("system"),
});
export const deskProfileForm = profileForm.extend({
  shortcuts: z.stringbool("common:error.invalid").default(false),
  signature: z.string().max(1000, "common:error.tooLong").default(""),
});

export const addressForm = z.object({ email: addressField });

export const invitePersonForm = z.object({
  email: addressField,
  role: z.enum(STAFF_ROLES, "common:error.invalid"),
  queues: z.preprocess(
    (v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.uuid("common:error.invalid")).max(200),
  ),
});
export const changeMemberForm = z.object({
  role: z.enum(STAFF_ROLES, "common:error.invalid"),
  queues: invitePersonForm.shape.queues,
});

const kinds = z.array(z.string().max(40)).max(20).default([]);
export const preferencesForm = z.object({ mail: kinds, screen: kinds });

export const TOKEN_DAYS = [30, 90, 365] as const;
export const createTokenForm = z.object({
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(80, "common:error.tooLong"),
  days: z.coerce
    .number("common:error.invalid")
    .refine((days) => TOKEN_DAYS.some((allowed) => allowed === days), "common:error.invalid")
    .optional(),
});

export type ProfileForm = z.output<typeof profileForm> & Partial<z.output<typeof deskProfileForm>>;
export type StaffRole = (typeof STAFF_ROLES)[number];
