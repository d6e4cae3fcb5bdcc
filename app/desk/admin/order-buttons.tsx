import { Form } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";

type Props = { action: string; name: string; first: boolean; last: boolean };

/** One place up or down in a list. A button at the end of its way stays, so that the other does not jump under the finger. */
export function OrderButtons({ action, name, first, last }: Props) {
  const t = useT();
  return (
    <Form method="post" action={action} className="flex justify-end gap-1" preventScrollReset>
      <Button
        name="by"
        value="-1"
        size="sm"
        square
        variant="ghost"
        disabled={first}
        aria-label={t("desk:admin.up", { name })}
        icon={<Icon of={ArrowUp} size={15} />}
      />
      <Button
        name="by"
        value="1"
        size="sm"
        square
        variant="ghost"
        disabled={last}
        aria-label={t("desk:admin.down", { name })}
        icon={<Icon of={ArrowDown} size={15} />}
      />
    </Form>
  );
}
