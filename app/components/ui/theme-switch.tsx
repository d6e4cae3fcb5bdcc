import { Monitor, Moon, Sun } from "lucide-react";
import { useT } from "~/i18n/use-t";
import { Icon } from "./icon";

export type Theme = "system" | "light" | "dark";

type Props = { current: Theme; /** where the choice is posted as `theme` */ action: string; returnTo?: string };

const CHOICES = [
  { value: "system", icon: Monitor },
  { value: "light", icon: Sun },
  { value: "dark", icon: Moon },
] as const;

/** Light, dark or as the system says; three buttons of one form. */
export function ThemeSwitch({ current, action, returnTo }: Props) {
  const t = useT();
  return (
    <form method="post" action={action}>
      {returnTo ? <input type="hidden" name="to" value={returnTo} /> : null}
      <fieldset className="segmented">
        <legend className="sr">{t("common:theme.label")}</legend>
        {CHOICES.map(({ value, icon }) => (
          <button
            key={value}
            name="theme"
            value={value}
            aria-pressed={value === current}
            title={t(`common:theme.${value}`)}
          >
            <Icon of={icon} size={16} />
            <span className="sr">{t(`common:theme.${value}`)}</span>
          </button>
        ))}
      </fieldset>
    </form>
  );
}
