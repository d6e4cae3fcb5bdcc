import type { DiffLine, DiffPart } from "~/domain/knowledge/versions-diff";
import { useT } from "~/i18n/use-t";

const SIGNS = { same: " ", added: "+", removed: "−", changed: "±", skipped: "…" } as const;

export type DiffField = { field: string; lines: DiffLine[] };

/** What was inserted and deleted in each part of a text: by signs, underlining and striking out; colour only repeats them. */
export function DiffView({ fields, lang }: { fields: readonly DiffField[]; lang: string }) {
  const t = useT();
  if (!fields.length) return <p className="muted p-(--pad)">{t("knowledge:diff.same")}</p>;
  return (
    <>
      {fields.map(({ field, lines }) => (
        <section key={field} aria-label={t(`knowledge:field.${field}`)}>
          <p className="small muted px-(--pad) pt-3 pb-1 font-semibold">{t(`knowledge:field.${field}`)}</p>
          <ul className="kb-diff" lang={lang}>
            {lines.map((line, index) => (
              <Line key={index} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ line }: { line: DiffLine }) {
  const t = useT();
  const { parts, count = 0 } = line;
  // A line whose end alone differs says the same.
  const same = line.kind === "changed" && parts.every(({ kind }) => kind === "same");
  const kind = same ? "same" : line.kind;
  return (
    <li className={`is-${kind}`}>
      <span className="sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <span>
        {kind === "skipped" ? t("knowledge:diff.skipped", { count }) : null}
        {parts.map((part, place) => (
          <Part key={place} part={part} />
        ))}
      </span>
    </li>
  );
}

function Part({ part: { kind, text } }: { part: DiffPart }) {
  const t = useT();
  if (kind === "same") return <>{text}</>;
  const Mark = kind === "added" ? "ins" : "del";
  return (
    <Mark>
      <span className="sr">{t(`knowledge:diff.${kind}`)} </span>
      {text}
    </Mark>
  );
}
