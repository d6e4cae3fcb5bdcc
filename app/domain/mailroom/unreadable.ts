import { MailUnreadable } from "~/domain/mail/mime/mail-unreadable";

/** Reading the mail ended the process again and again. */
export class MailCrashed extends Error {
  readonly reason = "crashed";
}

/** Whether a mail can never be read, however often it is tried. */
export const isUnreadable = (error: unknown): error is MailUnreadable | MailCrashed =>
  error instanceof MailUnreadable || error instanceof MailCrashed;
