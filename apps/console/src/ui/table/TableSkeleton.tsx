import { Skeleton } from '../Skeleton.tsx'

const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-5/6', 'w-2/5']

/** The cells of a row that is not loaded yet. */
export const SkeletonCells = ({ columns, index }: { columns: number; index: number }) =>
  Array.from({ length: columns }, (_cell, cell) => (
    <td key={cell} className="border-b px-3">
      <Skeleton className={widths[(index + cell * 2) % widths.length] ?? 'w-1/2'} />
    </td>
  ))

/** Rows of the right height while the first real ones load. */
export const TableSkeleton = ({ columns, rowHeight }: { columns: number; rowHeight: number }) =>
  Array.from({ length: 10 }, (_row, row) => (
    <tr key={row} style={{ height: rowHeight }}>
      <SkeletonCells columns={columns} index={row} />
    </tr>
  ))
