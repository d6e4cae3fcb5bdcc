import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once the page's script runs; false in what the server draws. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
