import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Column<Row> = {
  label: string;
  /** numbers and amounts */
  end?: boolean;
  /** the cell that names its row */
  heading?: boolean;
  /** the column's name is for readers only */
  labelHidden?: boolean;
  /** sorting by a link */
  href?: string;
  sorted?: "ascending" | "descending";
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** on a phone: "stack" turns each row into a block with labels, "scroll" scrolls sideways */
  narrow?: "stack" | "scroll";
};

/** Rows and columns; say what the rows are in `caption`. Show an EmptyState instead when there are none. */
export function Table<Row>({ caption, captionShown, columns, rows, rowKey, narrow = "stack" }: Props<Row>) {
  const scrolls = narrow === "scroll" ? { tabIndex: 0, role: "region", "aria-label": caption } : {};
  return (
    <div className={classNames("tbl", narrow === "stack" && "fold")} {...scrolls}>
      <table>
        <caption className={captionShown ? undefined : "sr"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.end ? "end" : undefined} aria-sort={column.sorted}>
                {headText(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.label} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.label}
                    className={column.end ? "end" : undefined}
                    data-label={column.labelHidden ? undefined : column.label}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function headText<Row>({ label, labelHidden, href, sorted }: Column<Row>): ReactNode {
  if (labelHidden) return <span className="sr">{label}</span>;
  if (!href) return label;
  return (
    <a href={href}>
      {label} {sorted ? <span aria-hidden="true">{sorted === "ascending" ? "↑" : "↓"}</span> : null}
    </a>
  );
}
