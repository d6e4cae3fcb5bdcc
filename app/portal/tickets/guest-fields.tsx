import { TextInput } from "~/components/ui/text-input";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";

/** Who writes, when nobody is signed in. */
export function GuestFields({ failure }: { failure: Failure | undefined }) {
  const t = useT();
  const field = (name: "name" | "email") => ({
    name,
    error: failure?.failure.fields[name],
    defaultValue: failure?.values[name],
  });
  return (
    <>
      <p className="muted">
        {t("portal:guest.hint")} <a href={paths.signIn(paths.newTicket())}>{t("portal:guest.signIn")}</a>
      </p>
      <div className="two">
        <TextInput {...field("name")} label={t("portal:guest.name")} required autoComplete="name" maxLength={120} />
        <TextInput
          {...field("email")}
          type="email"
          label={t("portal:guest.email")}
          required
          autoComplete="email"
          maxLength={254}
        />
      </div>
    </>
  );
}
