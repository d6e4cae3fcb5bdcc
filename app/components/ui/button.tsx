import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";

export type ButtonLook = {
  variant?: "default" | "primary" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
  /** the whole width of its place */
  wide?: boolean;
  /** a square for one icon; give `aria-label` */
  square?: boolean;
  icon?: ReactNode;
  kbd?: string;
};

type ButtonProps = ButtonLook & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean };
type LinkProps = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };

/** A button; submits its form unless `type` says otherwise. While `busy` it keeps its focus and ignores clicks. */
export function Button({
  variant,
  size,
  wide,
  square,
  icon,
  kbd,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      className={look({ variant, size, wide, square }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <i className="spin" aria-hidden="true" /> : icon}
      {children === undefined ? null : <span>{children}</span>}
      {kbd ? <Kbd>{kbd}</Kbd> : null}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ variant, size, wide, square, icon, kbd, className, children, ...rest }: LinkProps) {
  return (
    <a {...rest} className={look({ variant, size, wide, square }, className)}>
      {icon}
      {children === undefined ? null : <span>{children}</span>}
      {kbd ? <Kbd>{kbd}</Kbd> : null}
    </a>
  );
}

function look({ variant, size, wide, square }: ButtonLook, className?: string) {
  return classNames(
    "btn",
    variant !== "default" && variant,
    size !== "md" && size,
    wide && "wide",
    square && "icon",
    className,
  );
}
