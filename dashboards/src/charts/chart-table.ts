/** The rows of a chart as words: the first column names the row. */
export interface ChartTable {
  head: string[];
  rows: string[][];
}
