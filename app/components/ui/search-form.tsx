import { Form } from "@remix-run/react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { SearchInput } from "./search-input";

type Props = {
  /** The page that searches. */
  action: string;
  /** The route that suggests while one types. */
  suggest: string;
  label: string;
  big?: boolean;
  className?: string;
  /** hidden fields */
  children?: ReactNode;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "name" | "className" | "children">;

/** A search: a page by itself, a list of suggestions with a script. */
export function SearchForm({ action, suggest, label, big, className, children, ...input }: Props) {
  return (
    // Where it leads is asked for once it is sent: most pages are left without a search.
    <Form
      role="search"
      aria-label={label}
      method="get"
      action={action}
      className={className}
      data-suggest={suggest}
      discover="none"
    >
      <SearchInput {...input} big={big} label={label} />
      {children}
    </Form>
  );
}
