const width = 100
const height = 28
const margin = 2

/** SVG paths of a line over 0 to the greatest value, and of the area beneath it. Empty for fewer than two points. */
export function sparklinePath(values: readonly number[]): { line: string; area: string } {
  if (values.length < 2) return { line: '', area: '' }
  const greatest = Math.max(...values, 1)
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * width
    const y = height - margin - (value / greatest) * (height - 2 * margin)
    return `${round(x)} ${round(y)}`
  })
  const line = `M${points.join('L')}`
  return { line, area: `${line}L${width} ${height}L0 ${height}Z` }
}

const round = (value: number) => Math.round(value * 100) / 100
