import { AttachmentChip } from "~/components/ui/attachment-chip";
import type { AttachmentView } from "~/domain/tickets/views";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";

type Props = { files: readonly AttachmentView[]; href: (id: string, name: string) => string };

/** The files of a message, without those its text shows. */
export function Attachments({ files, href }: Props) {
  const { locale } = useI18n();
  const shown = files.filter((file) => !file.inline);
  if (!shown.length) return null;
  return (
    <div className="atts">
      {shown.map(({ id, name, size }) => (
        <AttachmentChip key={id} name={name} size={formatSize(size, locale)} href={href(id, name)} />
      ))}
    </div>
  );
}
