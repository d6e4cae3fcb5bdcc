import type { MailFacts } from "./facts";

/** Blocks of a plain-text mail with a blank line between them; absent blocks leave none behind. */
export const textBlocks = (...blocks: (string | null | undefined | false)[]): string =>
  `${blocks
    .filter((block): block is string => Boolean(block && block.trim()))
    .map((block) =>
      block
        .replace(/\r\n?/g, "\n")
        .replace(/(?<!^--)[ \t]+$/gm, "")
        .trim(),
    )
    .join("\n\n")}\n`;

/** Why a mail came, and the named address that stops such mails: alone it would be taken for the mail's matter. */
export const whyText = (why: string, { t, unsubscribeUrl }: MailFacts): string =>
  [why, unsubscribeUrl && `${t("mail:unsubscribe")}: ${unsubscribeUrl}`].filter(Boolean).join("\n");

/** Each line behind ">", as mail programs quote and fold it. */
export const quoted = (text: string): string =>
  text
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()))
    .join("\n");

/** The line above a signature (RFC 3676, 4.3). */
export const SIGNATURE_LINE = "-- ";
