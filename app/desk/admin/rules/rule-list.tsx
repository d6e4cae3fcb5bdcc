import { Form, useSubmit } from "@remix-run/react";
import { GripVertical } from "lucide-react";
import { useCallback, useRef } from "react";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { classNames } from "~/components/ui/class-names";
import { Icon } from "~/components/ui/icon";
import type { Rule } from "~/domain/routing/rules";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { ConditionWords } from "../conditions/condition-words";
import { ActionWords } from "./action-words";
import { PlaceButtons } from "./place-buttons";
import type { RuleChoices } from "./rule-choices.server";
import { useDragOrder } from "./use-drag-order";

type Props = { rules: readonly Rule[]; version: number; choices: RuleChoices };

/** The rules in their order, moved by drag or by buttons. */
export function RuleList({ rules, version, choices }: Props) {
  const t = useT();
  const submit = useSubmit();
  const list = useRef<HTMLOListElement>(null);
  const drop = useCallback(
    (from: number, to: number) => {
      const rule = rules[from];
      if (!rule) return;
      const action = paths.desk.admin(`rules/${rule.id}/position`);
      submit({ base: String(version), place: String(to) }, { method: "post", action, preventScrollReset: true });
    },
    [rules, version, submit],
  );
  const dragging = useDragOrder(list, drop);
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
          <div className="ms-auto flex items-center gap-1">
            <Form method="post" action={paths.desk.admin(`rules/${rule.id}/switch`)} preventScrollReset>
              <input type="hidden" name="base" value={version} />
              <Button
                name="enabled"
                value={rule.enabled ? "no" : "yes"}
                size="sm"
                variant="ghost"
                aria-label={t(rule.enabled ? "routing:rules.switchOffOf" : "routing:rules.switchOnOf", {
                  name: rule.name,
                })}
              >
                {t(rule.enabled ? "routing:rules.switchOff" : "routing:rules.switchOn")}
              </Button>
            </Form>
            <PlaceButtons rule={rule} place={place} last={rules.length - 1} version={version} />
          </div>
        </li>
      ))}
    </ol>
  );
}
