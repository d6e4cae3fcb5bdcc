import { classNames } from "./class-names";
import { initials } from "./initials";

type Props = { name: string; size?: "sm" | "md" | "lg" };

/** The initials of a name that stands beside it; readers skip it. */
export function Avatar({ name, size = "md" }: Props) {
  return (
    <span className={classNames("avatar", size !== "md" && size)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
