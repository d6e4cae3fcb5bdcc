import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { FormErrors } from "~/components/ui/form-errors";
import { transferLimits } from "~/domain/knowledge/transfer/limits";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";
import { FolderInput } from "./folder-input";

type Props = { failure?: { message: string; fields: Record<string, string> } };

/** Chooses files; what would happen with them is the next page. */
export function ImportCard({ failure }: Props) {
  const { t, locale } = useI18n();
  const busy = useNavigation().formMethod === "POST";
  const { files, upload, total, text, picture } = transferLimits;
  const limits = {
    files: new Intl.NumberFormat(locale).format(files),
    upload: formatSize(upload, locale),
    total: formatSize(total, locale),
    text: formatSize(text, locale),
    picture: formatSize(picture, locale),
  };
  return (
    <Card id="import" title={t("transfer:import.title")} padded>
      <Form method="post" encType="multipart/form-data" className="form">
        <FormErrors message={failure?.message} />
        <p>{t("transfer:import.text")}</p>
        <FileInput
          name="files"
          label={t("transfer:import.files")}
          hint={t("transfer:import.filesHint")}
          error={failure?.fields.files}
          accept=".zip,.md,.markdown,.html,.htm,.csv,.yaml,.png,.jpg,.jpeg,.gif,.webp,.avif,.pdf"
          maxBytes={upload}
          multiple
        />
        <FolderInput name="folder" label={t("transfer:import.folder")} hint={t("transfer:import.folderHint")} />
        <p className="small muted">{t("transfer:import.limits", limits)}</p>
        <div className="form-actions">
          <Button variant="primary" busy={busy}>
            {t("transfer:import.check")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
