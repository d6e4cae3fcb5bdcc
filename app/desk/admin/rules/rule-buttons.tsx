import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";

type Props = { rule: { name: string; enabled: boolean }; place: number; last: number };

/** Off or on, one place up or down: buttons of the list's form. The button at the end of its way stays, and does nothing. */
export function RuleButtons({ rule: { name, enabled }, place, last }: Props) {
  const t = useT();
  const to = (target: number, end: boolean, icon: typeof ArrowUp, label: string) => (
    <Button
      name="act"
      value={`move.${place}.${target}`}
      type={end ? "button" : "submit"}
      size="sm"
      square
      variant="ghost"
      aria-disabled={end || undefined}
      aria-label={label}
      icon={<Icon of={icon} size={15} />}
    />
  );
  return (
    <div className="ms-auto flex items-center gap-1">
      <Button
        name="act"
        value={`switch.${place}`}
        size="sm"
        variant="ghost"
        aria-label={t(enabled ? "routing:rules.switchOffOf" : "routing:rules.switchOnOf", { name })}
      >
        {t(enabled ? "routing:rules.switchOff" : "routing:rules.switchOn")}
      </Button>
      {to(place - 1, place === 0, ArrowUp, t("desk:admin.up", { name }))}
      {to(place + 1, place === last, ArrowDown, t("desk:admin.down", { name }))}
    </div>
  );
}
