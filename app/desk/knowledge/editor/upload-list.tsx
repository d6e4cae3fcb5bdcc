import { X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import { Meter } from "~/components/ui/meter";
import { useI18n } from "~/i18n/use-t";
import type { RunningUpload } from "./use-picture-upload";

type Props = { uploads: readonly RunningUpload[]; onForget: (key: number) => void };

/** Files on their way, and those that were refused with the reason. */
export function UploadList({ uploads, onForget }: Props) {
  const { t, locale } = useI18n();
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <ul className="grid gap-2" role="status">
      {uploads.map(({ key, name, share, error }) => (
        <li key={key} className="small flex flex-wrap items-center gap-2">
          <bdi className="min-w-0 flex-1 basis-40 wrap-anywhere">{name}</bdi>
          {error ? (
            <>
              <span className="text-danger wrap-anywhere">{error}</span>
              <Button
                type="button"
                size="sm"
                variant="ghost"
                square
                aria-label={t("knowledge:upload.dismiss", { name })}
                icon={<Icon of={X} size={15} />}
                onClick={() => onForget(key)}
              />
            </>
          ) : (
            <span className="w-40">
              <Meter
                label={t("knowledge:upload.progress", { name })}
                text={percent.format(share)}
                value={share}
                tone="brand"
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
