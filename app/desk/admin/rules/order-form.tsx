import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = {
  area: string;
  version: number;
  order: string;
  /** The order differs from the saved one. */
  pending: boolean;
  /** The order was made from `base`, and the list saved by somebody else since. */
  late: { base: number; newest: number } | null;
  /** Beside "Save": how the order is tried. */
  buttons: ReactNode;
  children: ReactNode;
};

/** A list of rules whose order and switches are kept in the address until they are saved. */
export function OrderForm({ area, version, order, pending, late, buttons, children }: Props) {
  const t = useT();
  return (
    <>
      {late ? (
        <Banner tone="warn" role="alert" title={t("routing:rules.conflictTitle")}>
          {t("routing:rules.error.conflict", late)}
        </Banner>
      ) : null}
      <Form method="get" action={paths.desk.admin(area)} className="grid gap-4" preventScrollReset>
        <input type="hidden" name="base" value={version} />
        <input type="hidden" name="order" value={order} />
        <div role="status" className={pending ? "sticky top-0 z-10" : "-mb-4"}>
          {pending ? (
            <Banner
              tone="info"
              action={
                <>
                  {buttons}
                  <Button variant="primary" size="sm" formMethod="post" formAction={paths.desk.admin(`${area}/order`)}>
                    {t("desk:admin.save")}
                  </Button>
                  <LinkButton variant="ghost" size="sm" href={paths.desk.admin(area)}>
                    {t("routing:rules.discard")}
                  </LinkButton>
                </>
              }
            >
              {t("routing:rules.pending")}
            </Banner>
          ) : null}
        </div>
        <Card>{children}</Card>
      </Form>
    </>
  );
}
