import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { Field } from "~/components/ui/field";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { makeEdit } from "./make-edit";
import { picture } from "./markdown-edits";
import { pressedLetter } from "./pressed-letter";
import { ToolBar } from "./tool-bar";
import { UploadList } from "./upload-list";
import { selectedIn, useMarkdownEdits } from "./use-markdown-edits";
import { type UploadedPicture, usePictureUpload } from "./use-picture-upload";

type Props = {
  articleId: string;
  locale: string;
  label: string;
  value: string;
  error: string | undefined;
  readOnly: boolean;
};

/** The text in Markdown with its buttons; pictures are dropped on it, pasted into it, or chosen. */
export function MarkdownField({ articleId, locale, label, value, error, readOnly }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(false);
  const t = useT();
  const press = useMarkdownEdits(area);
  const { uploads, add, forget } = usePictureUpload(paths.desk.knowledge(`${articleId}/images`), insert);

  function insert({ name, address, picture: shown }: UploadedPicture) {
    const field = area.current;
    if (!field) return;
    const words = name.replace(/\.[a-z0-9]{1,5}$/i, "");
    const selected = selectedIn(field);
    if (shown) return makeEdit(field, picture(selected, words, address));
    const made = `[${words.replace(/[[\]\\]/g, "")}](${address})`;
    const end = selected.to + made.length;
    makeEdit(field, { from: selected.to, to: selected.to, insert: made, select: [end, end] });
  }
  function drop(event: DragEvent<HTMLTextAreaElement>) {
    setOver(false);
    if (!event.dataTransfer.files.length || readOnly) return;
    event.preventDefault();
    add([...event.dataTransfer.files]);
  }
  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { files, types } = event.clipboardData;
    // A copied table or page brings its picture along: then the words are meant.
    if (!files.length || readOnly || types.includes("text/plain")) return;
    event.preventDefault();
    add([...files]);
  }
  function key(event: KeyboardEvent) {
    const letter = pressedLetter(event);
    if (readOnly || (letter !== "b" && letter !== "i")) return;
    event.preventDefault();
    press(letter === "b" ? "bold" : "italic");
  }
  function drag(event: DragEvent<HTMLTextAreaElement>) {
    if (!event.dataTransfer.types.includes("Files") || readOnly) return;
    event.preventDefault();
    setOver(true);
  }
  return (
    <Field name="markdown" label={label} error={error} hint={readOnly ? undefined : t("knowledge:field.markdownHint")}>
      {(control) => (
        <div>
          {readOnly ? null : <ToolBar onPress={press} onPictures={add} />}
          <textarea
            {...control}
            ref={area}
            className="field kb-text"
            rows={18}
            lang={locale}
            readOnly={readOnly}
            maxLength={200_000}
            defaultValue={value}
            data-over={over || undefined}
            onKeyDown={key}
            onPaste={paste}
            onDrop={drop}
            onDragOver={drag}
            onDragLeave={() => setOver(false)}
          />
          {uploads.length > 0 ? (
            <div className="mt-2">
              <UploadList uploads={uploads} onForget={forget} />
            </div>
          ) : null}
        </div>
      )}
    </Field>
  );
}
