import { useSubmit } from "@remix-run/react";
import { GripVertical } from "lucide-react";
import { useCallback, useRef } from "react";
import { Chip } from "~/components/ui/chip";
import { classNames } from "~/components/ui/class-names";
import { Icon } from "~/components/ui/icon";
import type { Rule } from "~/domain/routing/rules";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { ConditionWords } from "../conditions/condition-words";
import { ActionWords } from "./action-words";
import { RuleButtons } from "./rule-buttons";
import type { RuleChoices } from "./rule-choices.server";
import { useKeptFocus } from "./use-kept-focus";
import { useDragOrder } from "./use-drag-order";

type Props = { rules: readonly Rule[]; order: string; version: number; choices: RuleChoices };

/** The rules in their order, moved by drag or by buttons. A button that is pressed keeps the focus on its way. */
export function RuleList({ rules, order, version, choices }: Props) {
  const t = useT();
  const submit = useSubmit();
  const list = useRef<HTMLOListElement>(null);
  const drop = useCallback(
    (from: number, to: number) => {
      const asked = { base: String(version), order, act: `move.${from}.${to}` };
      submit(asked, { method: "get", action: paths.desk.admin("rules"), preventScrollReset: true });
    },
    [order, version, submit],
  );
  const dragging = useDragOrder(list, drop);
  useKeptFocus(list, order);
  return (
    <ol ref={list} aria-label={t("desk:admin.rules")}>
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
            <a className="font-semibold" href={paths.desk.admin(`rules/${rule.id}`)} draggable={false}>
              <bdi className="wrap-anywhere">{rule.name}</bdi>
            </a>{" "}
            {rule.enabled ? null : <Chip>{t("routing:rules.off")}</Chip>}
            <p className="small">
              <span className="muted">{t("routing:rules.when")}: </span>
              <ConditionWords conditions={rule.conditions} choices={choices.conditions} />
            </p>
            <p className="small">
              <span className="muted">{t("routing:rules.then")}: </span>
              <ActionWords actions={rule.actions} choices={choices} />
            </p>
          </div>
          <RuleButtons rule={rule} place={place} last={rules.length - 1} />
        </li>
      ))}
    </ol>
  );
}
