import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For the page of one thing that somebody else may remove: it is read anew only when another address is opened, or for
 * `again`. Read anew for any other reason it would be not found, and what is typed on it gone.
 */
export const keepWhileTyping =
  (again: (args: Parameters<ShouldRevalidateFunction>[0]) => boolean = () => false): ShouldRevalidateFunction =>
  (args) =>
    args.currentUrl.href !== args.nextUrl.href || again(args);
