import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useT } from "~/i18n/use-t";
import { Button } from "./button";
import { Icon } from "./icon";

/** Puts a text on the clipboard and says so. `children` names what is copied. */
export function CopyButton({ text, children, size = "sm" }: { text: string; children?: string; size?: "sm" | "md" }) {
  const t = useT();
  const [done, setDone] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  }
  return (
    <Button
      type="button"
      size={size}
      className="js-only"
      icon={<Icon of={done ? Check : Copy} size={15} />}
      onClick={() => void copy()}
    >
      {done ? t("common:copied") : (children ?? t("common:copy"))}
      <span className="sr" role="status">
        {done ? t("common:copied") : ""}
      </span>
    </Button>
  );
}
