import { expect, test } from 'vitest'
import { plainText, toSpans } from './safe-text.ts'

test('plain text stays as it is, tabs and markup included', () => {
  expect(toSpans('a\t<b>c</b> & é 日本')).toEqual([{ text: 'a\t<b>c</b> & é 日本' }])
})

test('an ANSI colour becomes a tone until it is reset', () => {
  expect(toSpans('ok \u001b[31mfailed\u001b[0m again')).toEqual([
    { text: 'ok ' },
    { text: 'failed', tone: 'bad' },
    { text: ' again' },
  ])
})

test('bold and a bright colour can go together', () => {
  expect(toSpans('\u001b[1;92mdone')).toEqual([{ text: 'done', tone: 'good', strong: true }])
})

test('sequences that move the cursor, clear the screen or set a title do nothing', () => {
  expect(plainText('a\u001b[2J\u001b[10;1Hb\u001b]0;title\u0007c')).toBe('abc')
})

test('control characters are shown, not obeyed', () => {
  expect(plainText('a\u0000b\rc\u007fd')).toBe('a␀b␍c␡d')
})

test('characters that turn the reading direction are shown by their code', () => {
  expect(plainText('x\u202egnp.exe')).toBe('x⟦U+202E⟧gnp.exe')
})

test('an unfinished escape sequence is shown', () => {
  expect(plainText('a\u001b[31')).toBe('a␛[31')
})
