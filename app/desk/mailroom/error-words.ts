import type { UnreadableReason } from "~/domain/mail/mime/mail-unreadable";
import type { Translate } from "~/i18n/translate";

const REASONS: Record<UnreadableReason | "crashed" | "attempts", true> = {
  empty: true,
  "no-headers": true,
  "too-large": true,
  "too-deep": true,
  "too-many-parts": true,
  "headers-too-large": true,
  "too-many-recipients": true,
  crashed: true,
  attempts: true,
};

/** Whether a mail was set aside for a reason that has words of its own, beside errors that are only quoted. */
export const isReason = (error: string): boolean => Object.hasOwn(REASONS, error);

/** Why a mail was set aside, in the reader's language where the reason is one of ours. */
export const errorWords = (error: string, t: Translate): string =>
  isReason(error) ? t(`mailroom:unreadable.${error}`) : error;
