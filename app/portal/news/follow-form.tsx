import { Bell, BellOff } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

type Props = {
  kind: "topics" | "news";
  id: string;
  /** null for a stranger, who signs in first */
  follows: boolean | null;
  /** the page to come back to */
  here: string;
};

/** Following by mail, or no more. */
export function FollowForm({ kind, id, follows, here }: Props) {
  const t = useT();
  if (follows === null)
    return (
      <LinkButton href={paths.signIn(here)} icon={<Icon of={Bell} />}>
        {t(`help:follow.${kind}`)}
      </LinkButton>
    );
  return (
    <form method="post" action={paths.helpFollowing(kind, id)}>
      <input type="hidden" name="to" value={here} />
      <Button name="follow" value={follows ? "no" : "yes"} icon={<Icon of={follows ? BellOff : Bell} />}>
        {t(follows ? "help:follow.stop" : `help:follow.${kind}`)}
      </Button>
    </form>
  );
}
