import { useSubmit } from "@remix-run/react";
import { GripVertical } from "lucide-react";
import { type ReactNode, useCallback, useRef } from "react";
import { Chip } from "~/components/ui/chip";
import { classNames } from "~/components/ui/class-names";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { RuleButtons } from "./rule-buttons";
import { useKeptFocus } from "./use-kept-focus";
import { useDragOrder } from "./use-drag-order";

type Listed = { id: string; name: string; enabled: boolean };
type Props<R extends Listed> = {
  /** The list's address below the administration: its rules are `<area>/<id>`. */
  area: string;
  label: string;
  rules: readonly R[];
  order: string;
  version: number;
  /** What a rule asks and does. */
  says: (rule: R) => ReactNode;
};

/** Rules in their order, moved by drag or by buttons. A button that is pressed keeps the focus on its way. */
export function RuleList<R extends Listed>({ area, label, rules, order, version, says }: Props<R>) {
  const t = useT();
  const submit = useSubmit();
  const list = useRef<HTMLOListElement>(null);
  const drop = useCallback(
    (from: number, to: number) => {
      const asked = { base: String(version), order, act: `move.${from}.${to}` };
      submit(asked, { method: "get", action: paths.desk.admin(area), preventScrollReset: true });
    },
    [area, order, version, submit],
  );
  const dragging = useDragOrder(list, drop);
  useKeptFocus(list, order);
  return (
    <ol ref={list} aria-label={label}>
      {rules.map((rule, place) => (
        <li
          key={rule.id}
          draggable
          className={classNames(
            "flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-line p-(--pad) first:border-t-0",
            dragging?.from === place && "opacity-50",
            dragging && dragging.over === place && dragging.from !== place && "bg-brand-soft",
          )}
        >
          <span className="js-only mt-0.5 cursor-grab text-ink-3" title={t("routing:rules.drag")} aria-hidden="true">
            <Icon of={GripVertical} size={16} />
          </span>
          <span className="num muted mt-0.5 min-w-5">{place + 1}</span>
          <div className="min-w-0 flex-1 basis-60">
            <a className="font-semibold" href={paths.desk.admin(`${area}/${rule.id}`)} draggable={false}>
              <bdi className="wrap-anywhere">{rule.name}</bdi>
            </a>{" "}
            {rule.enabled ? null : <Chip>{t("routing:rules.off")}</Chip>}
            {says(rule)}
          </div>
          <RuleButtons rule={rule} place={place} last={rules.length - 1} />
        </li>
      ))}
    </ol>
  );
}
