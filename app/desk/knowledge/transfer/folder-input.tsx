import { type ChangeEvent, useState } from "react";
import { Field, type FieldProps } from "~/components/ui/field";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";

/** React passes it on and its types do not know it. */
const FOLDER = { webkitdirectory: "" };

/** A folder with all that is in it; how much that is, is said once JavaScript runs. */
export function FolderInput(props: FieldProps) {
  const { t, locale } = useI18n();
  const [chosen, setChosen] = useState<{ count: number; size: number } | null>(null);
  function choose({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const files = Array.from(currentTarget.files ?? []);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    setChosen(files.length ? { count: files.length, size } : null);
  }
  return (
    <Field {...props}>
      {(control) => (
        <>
          <input {...control} {...FOLDER} type="file" multiple className="drop" onChange={choose} />
          <p className="small muted num" aria-live="polite">
            {chosen
              ? t("transfer:import.chosen", { count: chosen.count, size: formatSize(chosen.size, locale) })
              : null}
          </p>
        </>
      )}
    </Field>
  );
}
