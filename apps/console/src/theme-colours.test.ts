import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const styles = readFileSync(new URL('styles.css', import.meta.url), 'utf8')

type Lch = [lightness: number, chroma: number, hue: number]

/** The tokens of `styles.css`, light and dark. */
const tokens = new Map(
  [...styles.matchAll(/--color-([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light: toLch(light), dark: toLch(dark) }],
  ),
)

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover']
const words = ['text', 'text-soft', 'text-faint', 'accent', 'good', 'busy', 'warn', 'bad', 'plain']
const pairs = [
  ...words.flatMap((word) => grounds.map((ground) => [word, ground] as const)),
  ...['good', 'busy', 'warn', 'bad', 'plain', 'accent'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['text', `${tone}-soft`] as const,
    ['text-soft', `${tone}-soft`] as const,
  ]),
  ['text-faint', 'plain-soft'] as const,
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
  ['on-bad', 'bad'] as const,
  ['on-bad', 'bad-strong'] as const,
  ['canvas', 'text'] as const,
]

test.for(pairs)('%s can be read on %s, in both themes', ([word, ground]) => {
  expect(contrast(word, ground, 'light')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(word, ground, 'dark')).toBeGreaterThanOrEqual(4.5)
})

test.for(['canvas', 'surface', 'raised', 'sunken'])(
  'the edge of a control can be seen on %s, in both themes',
  (ground) => {
    expect(contrast('control-line', ground, 'light')).toBeGreaterThanOrEqual(3)
    expect(contrast('control-line', ground, 'dark')).toBeGreaterThanOrEqual(3)
  },
)

test('colours are tokens of meaning: no class of paint, no colour written out', () => {
  const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
  const paint =
    /\b(?:bg|text|border|fill|stroke|ring|outline|from|to|via|accent|decoration|shadow)-(?:(?:red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|slate|gray|zinc|neutral|stone)-\d|white\b|black\b|\[#)|#[0-9a-f]{6}\b/i
  const painted = Object.entries(sources).filter(([path, source]) => !path.endsWith('.test.ts') && paint.test(source))
  expect(Object.keys(sources).length).toBeGreaterThan(50)
  expect(painted.map(([path]) => path)).toEqual([])
})

function toLch(text: string): Lch {
  const [lightness = Number.NaN, chroma = Number.NaN, hue = Number.NaN] = text.split(' ').map(Number)
  return [lightness, chroma, hue]
}

function contrast(word: string, ground: string, theme: 'light' | 'dark') {
  const [brighter = 0, darker = 0] = [word, ground]
    .map((name) => {
      const token = tokens.get(name)
      if (!token) throw new Error(`styles.css has no token --color-${name}`)
      return luminance(token[theme])
    })
    .toSorted((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

/** OKLCH to linear sRGB (https://www.w3.org/TR/css-color-4/#color-conversion-code), then WCAG's relative luminance. */
function luminance([lightness, chroma, hue]: Lch) {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  const [r = 0, g = 0, bl = 0] = [red, green, blue].map((channel) => Math.min(1, Math.max(0, channel)))
  return 0.2126 * r + 0.7152 * g + 0.0722 * bl
}
