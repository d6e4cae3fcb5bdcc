import { Form } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = { rule: { id: string; name: string }; place: number; last: number; version: number };

/** One place up or down; the button at the end of its way stays. */
export function PlaceButtons({ rule, place, last, version }: Props) {
  const t = useT();
  const to = (target: number, disabled: boolean, icon: typeof ArrowUp, label: string) => (
    <Button
      name="place"
      value={target}
      size="sm"
      square
      variant="ghost"
      disabled={disabled}
      aria-label={label}
      icon={<Icon of={icon} size={15} />}
    />
  );
  return (
    <Form
      method="post"
      action={paths.desk.admin(`rules/${rule.id}/position`)}
      className="flex gap-1"
      preventScrollReset
    >
      <input type="hidden" name="base" value={version} />
      {to(place - 1, place === 0, ArrowUp, t("desk:admin.up", { name: rule.name }))}
      {to(place + 1, place === last, ArrowDown, t("desk:admin.down", { name: rule.name }))}
    </Form>
  );
}
