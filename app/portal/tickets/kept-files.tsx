import type { Failure } from "~/http/route.server";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";

/** Files that arrived with a form that was refused: they go along next time unless their tick is taken away. */
export function KeptFiles({ uploads }: { uploads: Failure["uploads"] }) {
  const { t, locale } = useI18n();
  if (!uploads.length) return null;
  return (
    <fieldset className="fl">
      <legend>{t("portal:form.keptFiles")}</legend>
      <div className="picks">
        {uploads.map(({ id, name, size }) => (
          <label className="pick" key={id}>
            <input type="checkbox" name="files" value={id} defaultChecked />
            <span className="min-w-0 wrap-anywhere">
              {name} <span className="faint num">{formatSize(size, locale)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
