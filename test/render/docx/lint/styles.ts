/** Fonts, styles, and the lines that pictures stand on. */

import type {File, Finding} from './lint.js'
import {all, child, descendants, type Element, val} from './xml.js'

const themeAttributes = ['w:asciiTheme', 'w:hAnsiTheme', 'w:eastAsiaTheme', 'w:cstheme']

/** A theme's font wins over a named one in Word, and is another one in WPS. */
export function lintFonts({parts}: File): Finding[] {
  return [...parts].flatMap(([part, root]) =>
    all(root, 'w:rFonts').flatMap(({attributes}): Finding[] => {
      const theme = themeAttributes.filter((name) => name in attributes)
      const isNamed = 'w:ascii' in attributes || 'w:hAnsi' in attributes || 'w:cs' in attributes
      return [
        ...theme.map((name): Finding => ({part, rule: 'theme-font', message: `${name}="${attributes[name]}"`})),
        ...(isNamed && !('w:eastAsia' in attributes)
          ? [
              {
                part,
                rule: 'east-asian-font',
                message: `only ${attributes['w:ascii'] ?? attributes['w:hAnsi']}`
              } as const
            ]
          : [])
      ]
    })
  )
}

const references = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link', 'w:numStyleLink']

export function lintStyles({parts}: File): Finding[] {
  const part = 'word/styles.xml'
  const root = parts.get(part)
  const styles = root ? all(root, 'w:style') : []
  const ids = styles.map(({attributes}) => attributes['w:styleId'] ?? '')
  const names = styles.flatMap((style) => [val(style, 'w:name') ?? '', ...(val(style, 'w:aliases')?.split(',') ?? [])])
  const twice = [...repeated(ids), ...repeated(names.map((name) => name.toLowerCase()))]
  const known = new Set(ids)
  return [
    ...twice.map((message): Finding => ({part, rule: 'style-twice', message})),
    ...[...parts].flatMap(([name, tree]) =>
      all(tree, ...references)
        .map(({attributes}) => attributes['w:val'] ?? '')
        .filter((id) => !known.has(id))
        .map((message): Finding => ({part: name, rule: 'style-missing', message}))
    )
  ]
}

/** An exact line shows no more of a picture than its height. */
export function lintPictureLines({parts}: File): Finding[] {
  const styles = new Map(
    all(parts.get('word/styles.xml') ?? nothing, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style])
  )
  return [...parts].flatMap(([part, root]) =>
    all(root, 'w:p')
      .filter((paragraph) => all(paragraph, 'w:drawing', 'w:pict', 'w:object').length > 0)
      .filter((paragraph) => lineRule(paragraph, styles) === 'exact')
      .map((): Finding => ({part, rule: 'picture-line', message: 'a picture on an exact line'}))
  )
}

/** As the paragraph, its style, or a style below that says. */
function lineRule(paragraph: Element, styles: ReadonlyMap<string, Element>): string | undefined {
  const own = child(paragraph, 'w:pPr', 'w:spacing')?.attributes['w:lineRule']
  if (own !== undefined) return own

  const seen = new Set<string>()
  let id = val(paragraph, 'w:pPr', 'w:pStyle')
  while (id !== undefined && !seen.has(id)) {
    seen.add(id)
    const style = styles.get(id)
    const rule = child(style, 'w:pPr', 'w:spacing')?.attributes['w:lineRule']
    if (rule !== undefined) return rule
    id = val(style, 'w:basedOn')
  }
  return undefined
}

const nothing: Element = {name: '', attributes: {}, children: [], text: ''}

/** Each value that stands more than once, once. */
export function repeated(values: Iterable<string>): string[] {
  const seen = new Map<string, number>()
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1)
  return [...seen].filter(([, count]) => count > 1).map(([value]) => value)
}

/** Elements of all parts, with their part. */
export function everywhere({parts}: File, ...names: string[]): {part: string; element: Element}[] {
  return [...parts].flatMap(([part, root]) =>
    [...descendants(root)].filter(({name}) => names.includes(name)).map((element) => ({part, element}))
  )
}
