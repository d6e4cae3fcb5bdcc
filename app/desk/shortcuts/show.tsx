import { Card } from "~/components/ui/card";
import { Kbd } from "~/components/ui/kbd";
import { agentLoader } from "~/http/route.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";

const KEYS: { group: string; keys: [string, string][] }[] = [
  {
    group: "list",
    keys: [
      ["J", "next"],
      ["K", "previous"],
      ["G 1", "mine"],
      ["G 2", "unassigned"],
      ["G 3", "due_soon"],
      ["G 4", "waiting"],
      ["G 5", "open"],
      ["G 6", "solved"],
      ["C", "new"],
      ["/", "search"],
      ["Ctrl K", "commands"],
    ],
  },
  {
    group: "ticket",
    keys: [
      ["R", "reply"],
      ["N", "note"],
      ["Ctrl ↵", "send"],
      ["Z", "undo"],
      ["A", "take"],
      ["E", "solve"],
      ["H", "snooze"],
      ["I", "edit"],
      ["M", "merge"],
      ["F", "follow"],
      ["U", "unread"],
      ["?", "help"],
    ],
  },
  {
    group: "mailroom",
    keys: [
      ["N", "mailOpen"],
      ["A", "mailJoin"],
      ["D", "mailDiscard"],
    ],
  },
];

export const meta = pageTitle;

export const loader = agentLoader(async (ctx) => ({ title: translator(ctx.locale)("desk:shortcuts.title") }));

/** What each key does. */
export default function Shortcuts() {
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet slim">
        <div className="sheet-head">
          <h1>{t("desk:shortcuts.title")}</h1>
          <p className="lead">
            {t("desk:shortcuts.lead")} <a href={paths.desk.account()}>{t("desk:nav.account")}</a>
          </p>
        </div>
        <div className="sheet-body items-start tablet:grid-cols-2">
          {KEYS.map(({ group, keys }) => (
            <Card key={group} padded title={t(`desk:shortcuts.${group}`)}>
              <dl className="kv">
                {keys.map(([key, what]) => (
                  <div key={key} className="contents">
                    <dt>
                      {key.split(" ").map((one) => (
                        <Kbd key={one}>{one}</Kbd>
                      ))}
                    </dt>
                    <dd>{t(`desk:key.${what}`)}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          ))}
        </div>
      </div>
    </main>
  );
}
