import { storable, type MessageBody } from "~/domain/tickets/message-body";
import { MAX_TEXT } from "~/domain/tickets/schema";

/** On top of a mail: these words are for the desk alone. A phone may write it bold, or put what nobody sees before it. */
const NOTE_MARK = /^[\s*_\u200b\u2060]*#note\b[ \t:*_]*\n?/i;
const NOTE_MARK_HTML = /^((?:[\s\u200b\u2060]|&nbsp;|<[^<>]{0,500}>){0,50})#note\b:?/i;

export type AgentWords = {
  /** Asked for as a note, by `#note` on top. */
  note: boolean;
  /** For the customer: what the agent wrote now, without quotes and signature; "" when there is nothing. */
  reply: MessageBody;
  /** For the desk: everything, quotes folded, the mark gone. */
  whole: MessageBody;
};

/** What an agent says by mail. `body` is the mail's, `visibleText` its words without quotes and signature. */
export function readAgentWords(body: MessageBody, visibleText: string): AgentWords {
  const note = NOTE_MARK.test(visibleText);
  const words = storable(visibleText.replace(NOTE_MARK, "")).trim().slice(0, MAX_TEXT);
  const whole = note
    ? { ...body, text: body.text.replace(NOTE_MARK, "").trim(), html: body.html?.replace(NOTE_MARK_HTML, "$1") ?? null }
    : body;
  return { note, reply: { text: words, html: null, quotedText: null, quotedHtml: null }, whole };
}
