import type { ReactNode } from "react";
import type { MailProps } from "../props";
import type { MailFacts } from "./facts";
import { Frame, FONT } from "./frame";
import { paletteOf } from "./palette";
import { Lines, PlainText } from "./plain-text";
import { Quote, quoteText } from "./quote";
import { SIGNATURE_LINE, textBlocks, whyText } from "./text-part";
import { Quiet, QuietLink } from "./words";

type Message = MailProps<"reply">;

/** Somebody's words first, then the signature, a quiet footer, and what was said before. */
export function MessageMail({ facts, message, intro, why }: Parts & { intro?: ReactNode }) {
  const { t } = facts;
  return (
    <Frame
      facts={facts}
      preview={preview(message.text)}
      header={false}
      footer={<Footer {...{ facts, message, why }} />}
    >
      {intro}
      {message.html ? <Html facts={facts} html={message.html} /> : <PlainText facts={facts} text={message.text} />}
      {message.signature && (
        <Quiet facts={facts}>
          <Lines facts={facts} text={message.signature} />
        </Quiet>
      )}
      {message.attachments.length > 0 && (
        <Quiet facts={facts}>
          {t("mail:message.attachments", { count: message.attachments.length })}:{" "}
          {message.attachments.map(({ name }) => name).join(", ")}
        </Quiet>
      )}
    </Frame>
  );
}

type Parts = { facts: MailFacts; message: Message; why: string | null };

function Footer({ facts, message, why }: Parts) {
  const { t, company, unsubscribeUrl } = facts;
  return (
    <>
      <Quiet facts={facts}>
        {company.name} · {t("mail:ticket.number", { number: message.number })} ·{" "}
        <QuietLink facts={facts} href={message.url}>
          {t("mail:ticket.open")}
        </QuietLink>
      </Quiet>
      {why && (
        <Quiet facts={facts}>
          {why}{" "}
          {unsubscribeUrl && (
            <QuietLink facts={facts} href={unsubscribeUrl}>
              {t("mail:unsubscribe")}
            </QuietLink>
          )}
        </Quiet>
      )}
      <Quote facts={facts} previous={message.previous} />
    </>
  );
}

/** Stored HTML is sanitised already; pictures that only our pages can show are left out. */
function Html({ facts, html }: { facts: MailFacts; html: string }) {
  const { ink } = paletteOf(facts.company.brandHue).light;
  const shown = html.replace(/<img\b(?![^>]*\bsrc=["']https?:)[^>]*>/gi, "");
  return (
    <div
      className="ink"
      style={{ color: ink, fontFamily: FONT, fontSize: "15px", lineHeight: "24px", marginBottom: "14px" }}
      dangerouslySetInnerHTML={{ __html: shown }}
    />
  );
}

const preview = (text: string): string => text.replace(/\s+/g, " ").trim().slice(0, 120);

/** The same mail in plain text. */
export function messageText({ facts, message, intro, why }: Parts & { intro?: string }): string {
  const { t, company } = facts;
  return textBlocks(
    intro,
    message.text,
    message.signature && `${SIGNATURE_LINE}\n${message.signature}`,
    `${company.name} · ${t("mail:ticket.number", { number: message.number })}\n${message.url}`,
    why && whyText(why, facts),
    quoteText(message.previous, facts),
  );
}
