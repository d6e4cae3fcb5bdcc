import { type ChangeEvent, useRef, useState } from "react";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";
import { AttachmentChip } from "./attachment-chip";
import { Field, type FieldProps, splitField } from "./field";

type Props = FieldProps & {
  multiple?: boolean;
  accept?: string;
  /** the most one file may have; a larger one is refused before it travels */
  maxBytes?: number;
  onChange?: (files: File[]) => void;
};

/** Files by choosing or dropping. The browser's own control does the work; JavaScript adds names, sizes and removal. */
export function FileInput(props: Props) {
  const [field, { multiple, accept, maxBytes, onChange }] = splitField(props);
  const { t, locale } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const tooLarge = maxBytes === undefined ? undefined : files.find((file) => file.size > maxBytes);
  const refusal =
    tooLarge && t("common:file.tooLarge", { name: tooLarge.name, limit: formatSize(maxBytes ?? 0, locale) });

  function keep(next: File[]) {
    setFiles(next);
    onChange?.(next);
  }
  function choose(event: ChangeEvent<HTMLInputElement>) {
    keep(Array.from(event.currentTarget.files ?? []));
  }
  function remove(file: File) {
    const rest = files.filter((other) => other !== file);
    const transfer = new DataTransfer();
    for (const other of rest) transfer.items.add(other);
    if (input.current) input.current.files = transfer.files;
    keep(rest);
    input.current?.focus();
  }

  return (
    <Field {...field} error={refusal ?? field.error}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            type="file"
            multiple={multiple}
            accept={accept}
            className="drop"
            onChange={choose}
          />
          {files.length > 0 ? (
            <ul className="files">
              {files.map((file) => (
                <li key={`${file.name} ${file.size} ${file.lastModified}`}>
                  <AttachmentChip name={file.name} size={formatSize(file.size, locale)} onRemove={() => remove(file)} />
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </Field>
  );
}
