/** What a row of each table can tell, in groups and in the order of a file's columns. The names are those of the JSON, for good. */
export const exportGroups = {
  items: {
    item: ['name', 'type', 'id', 'kind', 'category', 'creator'],
    owned: [
      ...(['account', 'accountId', 'copies', 'copiesEach', 'serials'] as const),
      ...(['acquired', 'onHold', 'collections', 'inProfileOf'] as const),
    ],
    worth: ['averagePrice', 'price', 'originalPrice', 'stock'],
    more: ['link', 'thumbnail', 'isDeleted'],
  },
  /** Copies of collectibles, one by one. */
  copies: {
    item: ['name', 'id', 'link'],
    owned: ['account', 'accountId', 'serial', 'instanceId', 'isOnHold'],
    worth: ['averagePrice', 'originalPrice', 'gain', 'stock'],
  },
  ownership: {
    item: ['name', 'type', 'id', 'note', 'link'],
    byAccount: ['state', 'copies', 'instanceIds', 'asOf'],
  },
  /** One item, account by account and copy by copy. */
  holdings: {
    owned: [
      ...(['account', 'accountId', 'state', 'copies', 'serial'] as const),
      ...(['instanceId', 'acquired', 'isOnHold', 'isInProfile'] as const),
    ],
    worth: ['averagePrice', 'originalPrice'],
    item: ['name', 'type', 'id', 'link'],
    more: ['asOf'],
  },
  timeline: {
    what: ['at', 'account', 'accountId', 'change'],
    item: ['name', 'type', 'id', 'link', 'isDeleted'],
    more: ['copies', 'left', 'serials', 'from', 'to', 'isAverage'],
  },
  movers: {
    what: ['change', 'since', 'until'],
    item: ['name', 'id', 'link'],
    worth: ['copies', 'from', 'to', 'difference', 'percent'],
  },
  /** What collectibles were worth, day by day. */
  days: {
    what: ['day', 'account', 'accountId'],
    worth: ['value', 'copies', 'items', 'unpriced'],
  },
  outbox: {
    what: ['at', 'account', 'accountId', 'wish'],
    item: ['name', 'type', 'id', 'link'],
    outcome: ['state', 'attempts', 'code', 'reason'],
  },
  refreshes: {
    what: ['at', 'ended', 'account', 'accountId', 'subject'],
    outcome: ['outcome', 'unreadableRows'],
  },
  problems: {
    what: ['kind', 'account', 'accountId', 'subject'],
    outcome: ['code', 'times', 'first', 'last', 'samples'],
  },
  requests: {
    what: ['at', 'method', 'host', 'path'],
    outcome: ['status', 'bytes'],
  },
} as const;

export type ExportTable = keyof typeof exportGroups;
type Groups<Table extends ExportTable> = (typeof exportGroups)[Table];
export type ExportGroup = { [Table in ExportTable]: keyof Groups<Table> }[ExportTable];
/** What a row of a table can tell; of any of them where none is named. */
export type ExportColumn<Table extends ExportTable = ExportTable> = {
  [Each in Table]: Groups<Each>[keyof Groups<Each>] extends readonly (infer Column)[] ? Column : never;
}[Table];

export const exportTables = Object.keys(exportGroups) as readonly ExportTable[];

/** The groups of a table, in order. */
export function groupsOf(
  table: ExportTable,
): readonly { readonly id: ExportGroup; readonly columns: readonly ExportColumn[] }[] {
  const groups: Partial<Record<ExportGroup, readonly ExportColumn[]>> = exportGroups[table];
  return (Object.keys(groups) as ExportGroup[]).map((id) => ({ id, columns: groups[id] ?? [] }));
}

export function columnsOf(table: ExportTable): readonly ExportColumn[] {
  return groupsOf(table).flatMap(({ columns }) => columns);
}

const seldom: Readonly<Partial<Record<ExportTable, readonly ExportColumn[]>>> = {
  items: [
    ...(['accountId', 'copiesEach', 'collections', 'inProfileOf'] as const),
    ...(['originalPrice', 'stock', 'thumbnail', 'isDeleted'] as const),
  ],
  copies: ['accountId', 'stock'],
  holdings: ['accountId', 'isInProfile', 'type', 'link'],
  timeline: ['accountId', 'isDeleted'],
  days: ['accountId'],
  outbox: ['accountId'],
};

/** What most people want of a table. The rest is there for who asks for it. */
export function usualColumnsOf(table: ExportTable): readonly ExportColumn[] {
  return columnsOf(table).filter((column) => !seldom[table]?.includes(column));
}

/** Columns of a table, one at least, none of them twice. */
export function areColumnsOf(table: ExportTable, value: unknown): value is readonly ExportColumn[] {
  if (!Array.isArray(value) || value.length === 0 || new Set(value).size < value.length) return false;
  const known: readonly unknown[] = columnsOf(table);
  return value.every((column) => known.includes(column));
}
