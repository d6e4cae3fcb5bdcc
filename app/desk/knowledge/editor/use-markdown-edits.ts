import type { RefObject } from "react";
import { useT } from "~/i18n/use-t";
import { makeEdit } from "./make-edit";
import { editFor, type EditName, type Fillers } from "./markdown-edits";

/** Makes one of the named edits where the caret is. */
export function useMarkdownEdits(area: RefObject<HTMLTextAreaElement>): (name: EditName) => void {
  const fillers = useFillers();
  return (name) => {
    const field = area.current;
    if (field) makeEdit(field, editFor(name, selectedIn(field), fillers));
  };
}

export const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => ({
  text: value,
  from: selectionStart,
  to: selectionEnd,
});

/** The words that stand where nothing was selected. */
function useFillers(): Fillers {
  const t = useT();
  return {
    bold: t("knowledge:filler.bold"),
    italic: t("knowledge:filler.italic"),
    link: t("knowledge:filler.link"),
    column: t("knowledge:filler.column"),
    cell: "…",
    callout: t("knowledge:filler.callout"),
  };
}
