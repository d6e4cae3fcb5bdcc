import type { ButtonHTMLAttributes } from "react";
import { classNames } from "./class-names";

/** A button that reads like a link, inside a line of text. */
export function TextButton({ className, type = "button", ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className={classNames("lk", className)} />;
}
