import type { ParsedMail } from "./mime/parse-mail.server";
import { readReplyKey } from "./reply-keys.server";

/** Header of every mail that a rule forwards, with the mail's own signed Message-ID: whoever passes it on leaves it there. */
export const FORWARD_HEADER = "X-Sportello-Forwarded";

const IN_PART = new RegExp(`^${FORWARD_HEADER}:\\s{0,8}(<[^>\\r\\n]{1,200}>)`, "im");
/** Header fields of an attached message are looked for in this many bytes. */
const HEAD = 64_000;

/** The forward of ours that a mail is (`itself`), and those that it carries as attached messages, as ids of outgoing mails. */
export function readForwardKeys({ headers, attachments }: Pick<ParsedMail, "headers" | "attachments">): {
  itself: string | null;
  carried: string[];
} {
  const attached = attachments.filter(({ type }) => type === "message/rfc822" || type === "message/global");
  return {
    itself: idIn(headers.get(FORWARD_HEADER.toLowerCase())),
    carried: attached.flatMap(({ content }) => {
      const head = content.subarray(0, HEAD).toString("latin1");
      return idIn(IN_PART.exec(head)?.[1] ?? null) ?? [];
    }),
  };
}

function idIn(text: string | null): string | null {
  const key = text ? readReplyKey(text) : null;
  return key !== null && key !== "forged" ? key.outboundId : null;
}
