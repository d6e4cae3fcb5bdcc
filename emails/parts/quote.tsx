import { formatInstant } from "~/i18n/format";
import type { MailFacts } from "./facts";
import { paletteOf } from "./palette";
import { PlainText } from "./plain-text";
import { quoted, textBlocks } from "./text-part";
import { Quiet } from "./words";

export type Earlier = { author: string; at: string; text: string };

/** "Giulia wrote on Friday 20 November 2026 at 11:54:" */
const attribution = ({ author, at }: Earlier, { t, locale, company }: MailFacts): string =>
  t("mail:message.wrote", { author, at: formatInstant(new Date(at), "full", locale, company.timeZone) });

/** What was said before, in the markup that mail programs fold. */
export function Quote({ facts, previous }: { facts: MailFacts; previous: Earlier[] }) {
  const { line } = paletteOf(facts.company.brandHue).light;
  return previous.map((message, i) => (
    <div key={i} className="gmail_quote" style={{ marginTop: "20px" }}>
      <div className="gmail_attr">
        <Quiet facts={facts}>{attribution(message, facts)}</Quiet>
      </div>
      <blockquote
        className="gmail_quote rule"
        style={{ borderLeft: `3px solid ${line}`, margin: 0, paddingLeft: "12px" }}
      >
        <PlainText facts={facts} text={message.text} />
      </blockquote>
    </div>
  ));
}

/** The same in plain text. */
export const quoteText = (previous: Earlier[], facts: MailFacts): string =>
  textBlocks(...previous.map((message) => `${attribution(message, facts)}\n${quoted(message.text)}`)).trim();
