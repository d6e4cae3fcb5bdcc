import { TriangleAlert } from "lucide-react";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";

type Problem = { id: string; slug: string; title: string; locale: string; follows?: boolean | null };

type Props = {
  problems: readonly Problem[];
  /** the page to come back to from following; without it nothing is offered */
  here?: string;
};

/** Known problems that are not solved: what is wrong, where it says more, and following it by mail. */
export function KnownProblems({ problems, here }: Props) {
  const { t, locale } = useI18n();
  if (problems.length === 0) return null;
  return (
    <div className="problems">
      {problems.map(({ id, slug, title, locale: words, follows }) => (
        <div key={id} className="banner warn">
          <Icon of={TriangleAlert} />
          <div className="say">
            <b>{t("portal:problem.known")}</b>{" "}
            <a href={paths.helpNews(locale, slug)} lang={words === locale ? undefined : words}>
              {title}
            </a>
          </div>
          {typeof follows !== "boolean" || !here ? null : (
            <form className="do" method="post" action={paths.helpFollowing("news", id)}>
              <input type="hidden" name="to" value={here} />
              <button className="btn sm" name="follow" value={follows ? "no" : "yes"}>
                {t(follows ? "portal:problem.unfollow" : "portal:problem.follow")}
              </button>
            </form>
          )}
        </div>
      ))}
    </div>
  );
}
