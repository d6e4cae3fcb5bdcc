import { FileInput } from "~/components/ui/file-input";
import type { Failure } from "~/http/route.server";
import { usePageFacts } from "~/http/use-page-facts";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";
import { KeptFiles } from "./kept-files";

/** Files to send along: those a refused form already holds, and new ones. */
export function FileFields({ failure }: { failure: Failure | undefined }) {
  const { maxUploadBytes } = usePageFacts();
  const { t, locale } = useI18n();
  const uploads = failure?.uploads ?? [];
  // What has been uploaded must not stand in the file control too: a new key empties it.
  const held = uploads.map(({ id }) => id).join(" ");
  return (
    <>
      <KeptFiles key={`kept ${held}`} uploads={uploads} />
      <FileInput
        key={`new ${held}`}
        name="files"
        label={t("portal:form.files")}
        hint={t("portal:form.filesHint", { limit: formatSize(maxUploadBytes, locale) })}
        error={failure?.failure.fields.files}
        optional
        multiple
        maxBytes={maxUploadBytes}
      />
    </>
  );
}
