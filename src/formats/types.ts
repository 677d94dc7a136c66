/**
 * The shape of a statutory form. A form is data: every table is a list of groups, a group has its
 * own columns and rows, and the rules that bind the cells are linear relations over their keys.
 */

export type TableKey = 'disclosure' | 'applications' | 'disputes'

/** `count`: integer ≥ 0; `signed`: any integer; `money`: ≥ 0 with at most six decimals. */
export type CellType = 'count' | 'signed' | 'money'

export interface Column {
  readonly key: string
  readonly label: string
  readonly type: CellType
  /** Merged head above several columns, such as 法人或其他组织. */
  readonly group?: string
  readonly unit?: string
}

export interface Row {
  readonly key: string
  /** From the outermost merged label to the row's own label. */
  readonly labels: readonly string[]
}

export interface Group {
  /** The line over the group, such as 第二十条第（一）项; absent where a table is one group. */
  readonly heading?: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Table {
  readonly label: string
  /**
   * `stacked`: groups one below the other, each with its own head; `matrix`: one group with merged
   * heads on both sides; `sideBySide`: the rows next to each other in a single body row.
   */
  readonly layout: 'stacked' | 'matrix' | 'sideBySide'
  /** Head of the first column in a stacked table (信息内容). */
  readonly rowHeading?: string
  /** What the form prints in the top left corner of a matrix. */
  readonly note?: string
  /** Head over all columns of a matrix (申请人情况). */
  readonly columnHeading?: string
  readonly groups: readonly Group[]
}

export type Tables = Readonly<Record<TableKey, Table>>

export type RowKeyOf<T extends Table> = T['groups'][number]['rows'][number]['key']
export type ColumnKeyOf<T extends Table> = T['groups'][number]['columns'][number]['key']

/** `statutory` and `arithmetic` rules are errors, `convention` rules are warnings. */
export type Authority = 'statutory' | 'arithmetic' | 'convention'

export interface Term<Key extends string = string> {
  readonly key: Key
  readonly sign?: -1
  /** Read from the report of the year before. Then a wrong key cannot be told at compile time. */
  readonly lastYear?: true
}

/**
 * A linear relation `total relation Σ parts`. With `along: 'rows'` the terms are row keys and the
 * relation holds in every column; with `along: 'columns'` they are column keys and it holds in
 * every row. `only` restricts the rows (or columns) in which it holds.
 */
interface RuleShape<Terms extends string, Lines extends string> {
  readonly rule: string
  readonly authority: Authority
  readonly relation: '=' | '<='
  readonly total: readonly Term<Terms>[]
  readonly parts: readonly Term<Terms>[]
  readonly only?: readonly Lines[]
  /** The rule in the words of the form, shown to the editor. */
  readonly statement: string
}

export type Rule = RuleShape<string, string> & {
  readonly table: TableKey
  readonly along: 'rows' | 'columns'
}

/** A rule whose keys are those of the tables `T`: a wrong key does not compile. */
export type RuleOver<T extends Tables> = {
  [K in TableKey]:
    | ({ readonly table: K; readonly along: 'rows' } & RuleShape<RowKeyOf<T[K]>, ColumnKeyOf<T[K]>>)
    | ({ readonly table: K; readonly along: 'columns' } & RuleShape<
        ColumnKeyOf<T[K]>,
        RowKeyOf<T[K]>
      >)
}[TableKey]

export type SectionKey =
  'overview' | 'disclosure' | 'applications' | 'disputes' | 'problems' | 'other'

export interface SectionFormat {
  readonly key: SectionKey
  readonly heading: string
  readonly table?: TableKey
}

export interface Format {
  readonly key: string
  /** What an editor sees when choosing the form. */
  readonly label: string
  /** The notice that sets the form. */
  readonly citation: string
  /** Report years in which the form is the default; absent for forms that are only chosen. */
  readonly reportYears?: { readonly from: number; readonly to?: number }
  readonly sections: readonly SectionFormat[]
  readonly tables: Tables
  readonly rules: readonly Rule[]
}

/**
 * Declares a form and checks at compile time that its rules name only its own rows and columns.
 * @returns the same object, with its literal keys kept in the type.
 */
export function defineFormat<const K extends string, const T extends Tables>(
  format: Omit<Format, 'key' | 'tables' | 'rules'> & {
    readonly key: K
    readonly tables: T
    readonly rules: readonly RuleOver<NoInfer<T>>[]
  },
): Format & { readonly key: K; readonly tables: T } {
  return format
}

export interface CellRef {
  readonly table: TableKey
  readonly row: string
  readonly column: string
}

/** A number, or `null` for "not filled in yet": blank and zero are different things. */
export type CellValue = number | null
/** Keyed by column. */
export type Cells = Record<string, CellValue>
/** Keyed by table, row and column. */
export type TablesData = Record<TableKey, Record<string, Cells>>
/** Some cells of some tables, as a save carries them. */
export type TablesPatch = Partial<Record<TableKey, Record<string, Cells>>>
