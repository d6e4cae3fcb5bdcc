import { Search } from "lucide-react";
import { useState } from "react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Dialog } from "~/components/ui/dialog";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { LanguageMenu } from "~/components/ui/language-menu";
import { Menu } from "~/components/ui/menu";
import { TextInput } from "~/components/ui/text-input";
import { ThemeSwitch } from "~/components/ui/theme-switch";
import { Toast } from "~/components/ui/toast";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { Specimen } from "./specimen";

const LANGUAGES = LOCALES.map((code) => ({ code, name: LOCALE_NAMES[code], href: `#${code}` }));

/** `until` fixes the countdown's end; null starts one of half a minute on a click. */
export function OverlayKit({ until }: { until: string | null }) {
  const [open, setOpen] = useState(false);
  const [end, setEnd] = useState(until);
  return (
    <>
      <Card title="Menus, dialogs, toasts" id="overlays">
        <Specimen name="Menu">
          <Menu label="P2" name="Priority: P2" size="sm" align="start">
            <h3>Priority</h3>
            <button type="button" aria-pressed="false">
              Urgent <span className="end faint num">P1</span>
            </button>
            <button type="button" aria-pressed="true">
              High <span className="end faint num">P2</span>
            </button>
            <hr />
            <a href="#overlays">Объединить с другой заявкой…</a>
            <button type="button" className="danger">
              Delete
            </button>
          </Menu>
          <Menu label="Account" look="ghost" align="start">
            <a href="#overlays">Profile</a>
            <a href="#overlays">Sign out</a>
          </Menu>
          <LanguageMenu current="en" languages={LANGUAGES} />
          <ThemeSwitch current="system" action="/kit" />
        </Specimen>
        <Specimen name="Dialog">
          <Button type="button" onClick={() => setOpen(true)}>
            Open a dialog
          </Button>
          <Dialog
            id="kit-dialog"
            open={open}
            onClose={() => setOpen(false)}
            title="Merge #10482 into another ticket"
            footer={
              <>
                <Button type="button" variant="ghost" onClick={() => setOpen(false)}>
                  Cancel
                </Button>
                <Button type="button" variant="primary" onClick={() => setOpen(false)}>
                  Merge
                </Button>
              </>
            }
          >
            <TextInput label="Number of the other ticket" name="into" inputMode="numeric" />
          </Dialog>
        </Specimen>
        <Specimen name="Toast">
          <Toast>Reply sent to Giulia Marchetti</Toast>
          <Toast tone="danger">The file could not be stored. Nothing was sent.</Toast>
          <Toast
            action={
              <LinkButton href="#overlays" size="sm" variant="ghost">
                Undo
              </LinkButton>
            }
            until={end ?? undefined}
          >
            Заявка #10482 объединена с #10466
          </Toast>
          <Button type="button" size="sm" onClick={() => setEnd(new Date(Date.now() + 30_000).toISOString())}>
            Start the countdown
          </Button>
        </Specimen>
      </Card>
      <div className="stack close">
        <Banner title="Mail cannot be sent at the moment" action={<Button size="sm">Try again</Button>}>
          14 mails wait in the outbox.
        </Banner>
        <Banner tone="ok">The address is verified.</Banner>
        <Banner tone="warn" title="Unknown sender">
          This address has never been on this ticket.
        </Banner>
        <Banner tone="danger" title="Не удалось сохранить">
          Проверьте поля, отмеченные ниже.
        </Banner>
        <Banner tone="note">Only colleagues see this.</Banner>
      </div>
      <div className="grid gap-4 tablet:grid-cols-2">
        <Card>
          <EmptyState
            icon={Search}
            title="Nothing found for “pomp”"
            action={<Button variant="primary">Open a ticket</Button>}
          >
            Try fewer words, or ask us.
          </EmptyState>
        </Card>
        <Card>
          <ErrorState title="The list could not be loaded" reference="req_01J9Z" action={<Button>Try again</Button>}>
            Nothing is lost. It usually works a moment later.
          </ErrorState>
        </Card>
      </div>
    </>
  );
}
