import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names";

export type Fact = { label: ReactNode; value: ReactNode; /** with tabular figures */ num?: boolean };

/** Facts by name; a fact whose value is null, undefined or "" is left out. */
export function KeyValue({ items, wide }: { items: readonly (Fact | null | false | undefined)[]; wide?: boolean }) {
  return (
    <dl className={classNames("kv", wide && "wide")}>
      {items.map((item, index) =>
        !item || item.value === null || item.value === undefined || item.value === "" ? null : (
          <Fragment key={index}>
            <dt>{item.label}</dt>
            <dd className={item.num ? "num" : undefined}>{item.value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
