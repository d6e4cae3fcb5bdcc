import { Avatar } from "./avatar";

/** Initials and name on one line; a long name ends in an ellipsis and is whole in its title. */
export function Person({
  name,
  size = "sm",
  children,
}: {
  name: string;
  size?: "sm" | "md" | "lg";
  children?: React.ReactNode;
}) {
  return (
    <span className="person">
      <Avatar name={name} size={size} />
      <span className="clip" title={name}>
        {children ?? name}
      </span>
    </span>
  );
}
