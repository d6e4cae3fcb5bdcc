import { config } from "~/platform/config.server";

/** Where a one-time link points to. */
export const linkUrl = (token: string): string => `${config().baseUrl}/link/${token}`;
export const invitationUrl = (token: string): string => `${config().baseUrl}/invitation/${token}`;
export const signInUrl = (): string => `${config().baseUrl}/sign-in`;
