import { useLocation } from "@remix-run/react";
import { useState } from "react";

/**
 * `value` as it was when this address was opened. The page's data may be read anew while somebody types; a form goes on
 * from what it was drawn with. A save that comes back to the same page says its version in the address, which draws anew.
 */
export function useDrawn<T>(value: T): T {
  const { pathname, search } = useLocation();
  const address = pathname + search;
  const [drawn, setDrawn] = useState({ address, value });
  if (drawn.address === address) return drawn.value;
  setDrawn({ address, value });
  return value;
}
