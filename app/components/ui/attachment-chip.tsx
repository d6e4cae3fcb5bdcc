import { Paperclip, X } from "lucide-react";
import { useT } from "~/i18n/use-t";
import { Icon } from "./icon";

type Props = {
  name: string;
  /** already in words: "214 kB" */
  size: string;
  href?: string;
  /** a further word, for instance "checked" */
  note?: string;
  onRemove?: () => void;
};

/** A file: its name, its size, and a way to open it or take it away. */
export function AttachmentChip({ name, size, href, note, onRemove }: Props) {
  const t = useT();
  const inner = (
    <>
      <Icon of={Paperclip} size={14} />
      <span className="clip" title={name}>
        {name}
      </span>
      <span className="faint num">{note ? `${size} · ${note}` : size}</span>
    </>
  );
  if (href)
    return (
      <a className="att" href={href} data-reload="">
        {inner}
      </a>
    );
  return (
    <span className="att">
      {inner}
      {onRemove ? (
        <button type="button" aria-label={t("common:file.remove", { name })} onClick={onRemove}>
          <Icon of={X} size={14} />
        </button>
      ) : null}
    </span>
  );
}
