import { useT } from "~/i18n/use-t";

type Props = { text: string; html: string | null; quotedText: string | null; quotedHtml: string | null; lang?: string };

/** What was written, and below it, folded, what it quotes. The HTML was sanitised when it was stored. */
export function MessageBody({ text, html, quotedText, quotedHtml, lang }: Props) {
  const t = useT();
  const quoted = quotedHtml ?? quotedText;
  return (
    <>
      <Words text={text} html={html} lang={lang} />
      {quoted ? (
        <details className="fold">
          <summary className="lk xs">{t("tickets:message.showQuoted")}</summary>
          <div className="quote">
            <Words text={quotedText ?? ""} html={quotedHtml} lang={lang} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function Words({ text, html, lang }: { text: string; html: string | null; lang?: string }) {
  if (html) return <div className="text" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <div className="text" lang={lang}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} className="whitespace-pre-line">
          {linked(paragraph)}
        </p>
      ))}
    </div>
  );
}

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;

/** Addresses in plain text become links; everything else stays text. */
function linked(text: string) {
  const parts = text.split(LINK);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 ? (
      <a key={index} href={part} rel="noopener noreferrer nofollow" target="_blank">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
