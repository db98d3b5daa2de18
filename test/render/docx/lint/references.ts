/** What points from one place to another: relationships, bookmarks, fields, notes, lists, ids of pictures. */

import {posix} from 'node:path'
import type {File, Finding} from './lint.js'
import {everywhere, repeated} from './styles.js'
import {all, child, descendants, type Element} from './xml.js'

export function lintReferences(file: File): Finding[] {
  return [...relationships(file), ...anchors(file), ...pictureIds(file), ...lists(file)]
}

function relationships({parts, names}: File): Finding[] {
  return [...parts].flatMap(([part, root]): Finding[] => {
    if (part.endsWith('.rels')) return all(root, 'Relationship').flatMap((one) => target(part, one, names))

    const rels = parts.get(posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`))
    const ids = new Set(rels ? all(rels, 'Relationship').map(({attributes}) => attributes.Id ?? '') : [])
    return [...descendants(root)]
      .flatMap(({attributes}) => ['r:id', 'r:embed', 'r:link'].flatMap((name) => attributes[name] ?? []))
      .filter((id) => !ids.has(id))
      .map((id): Finding => ({part, rule: 'relationship', message: `${id} leads nowhere`}))
  })
}

function target(part: string, {attributes}: Element, names: ReadonlySet<string>): Finding[] {
  const {Target: to = '', TargetMode: mode} = attributes
  const fault = (message: string): Finding[] => [{part, rule: 'relationship', message}]
  if (mode === 'External') return /^(https?|mailto):/i.test(to) ? [] : fault(`external ${to}`)

  const folder = posix.dirname(posix.dirname(part))
  const inside = to.startsWith('/') ? to.slice(1) : posix.normalize(posix.join(folder, to))
  return names.has(inside) ? [] : fault(`${to} is not in the file`)
}

function anchors(file: File): Finding[] {
  const starts = everywhere(file, 'w:bookmarkStart').map(({element}) => element.attributes)
  const ends = everywhere(file, 'w:bookmarkEnd').map(({element}) => element.attributes['w:id'] ?? '')
  const names = starts.map((start) => start['w:name'] ?? '')
  const known = new Set(names)
  const led = [
    ...everywhere(file, 'w:hyperlink').flatMap(({part, element}) => {
      const to = element.attributes['w:anchor']
      return to === undefined ? [] : [{part, to}]
    }),
    ...everywhere(file, 'w:instrText').flatMap(({part, element}) => {
      const to = /^\s*(?:PAGEREF|REF)\s+(\S+)/.exec(element.text)?.[1]
      return to === undefined ? [] : [{part, to}]
    })
  ]
  const part = 'word/document.xml'
  const ids = starts.map((start) => start['w:id'] ?? '')
  return [
    ...led
      .filter(({to}) => !known.has(to))
      .map(({part, to}): Finding => ({part, rule: 'anchor', message: `no bookmark ${to}`})),
    ...[...repeated(names), ...repeated(ids)].map(
      (name): Finding => ({part, rule: 'anchor', message: `${name} twice`})
    ),
    ...(ids.toSorted().join() === ends.toSorted().join()
      ? []
      : [{part, rule: 'anchor', message: 'a bookmark without its end'} as const])
  ]
}

/** Word calls a file damaged where two pictures share an id. */
function pictureIds(file: File): Finding[] {
  const pictures = everywhere(file, 'wp:docPr')
  const missing = pictures.filter(({element}) => !element.attributes.descr)
  return [
    ...repeated(pictures.map(({element}) => element.attributes.id ?? '')).map(
      (id): Finding => ({part: 'word/document.xml', rule: 'picture-id', message: `${id} twice`})
    ),
    ...missing.map(({part}): Finding => ({part, rule: 'picture-id', message: 'no alternative text'}))
  ]
}

function lists(file: File): Finding[] {
  const abstract = new Set(everywhere(file, 'w:abstractNum').map(({element}) => element.attributes['w:abstractNumId']))
  const numbers = everywhere(file, 'w:num')
  const known = new Set(numbers.map(({element}) => element.attributes['w:numId']))
  return [
    ...numbers
      .filter(({element}) => !abstract.has(child(element, 'w:abstractNumId')?.attributes['w:val']))
      .map(({part}): Finding => ({part, rule: 'list', message: 'a list without levels'})),
    ...everywhere(file, 'w:numId')
      .filter(({element}) => !known.has(element.attributes['w:val']))
      .map(({part, element}): Finding => ({part, rule: 'list', message: `no list ${element.attributes['w:val']}`}))
  ]
}

/** Word asks on opening where a field is dirty or all are to be updated, and shows stale numbers if told no. */
export function lintFields(file: File): Finding[] {
  const updates = everywhere(file, 'w:updateFields').map(
    ({part}) => ({part, rule: 'field', message: 'updates'}) as const
  )
  const dirty = everywhere(file, 'w:fldChar', 'w:fldSimple')
    .filter(({element}) => element.attributes['w:dirty'] !== undefined)
    .map(({part}) => ({part, rule: 'field', message: 'dirty'}) as const)
  const unbalanced = [...file.parts].flatMap(([part, root]): Finding[] => {
    let depth = 0
    for (const {attributes} of all(root, 'w:fldChar')) {
      const type = attributes['w:fldCharType']
      depth += type === 'begin' ? 1 : type === 'end' ? -1 : 0
      if (depth < 0) break
    }
    return depth === 0 ? [] : [{part, rule: 'field', message: 'begins and ends do not match'}]
  })
  return [...updates, ...dirty, ...unbalanced]
}

export function lintNotes(file: File): Finding[] {
  return ['footnote', 'endnote'].flatMap((kind) => {
    const ids = everywhere(file, `w:${kind}`)
      .filter(({part}) => part === `word/${kind}s.xml`)
      .map(({element}) => element.attributes['w:id'] ?? '')
    const known = new Set(ids)
    return [
      ...repeated(ids).map((id): Finding => ({part: `word/${kind}s.xml`, rule: 'note', message: `${id} twice`})),
      ...[...everywhere(file, `w:${kind}Reference`), ...everywhere(file, `w:${kind}`)]
        .filter(({element}) => !known.has(element.attributes['w:id'] ?? ''))
        .map(({part, element}): Finding => ({part, rule: 'note', message: `no ${kind} ${element.attributes['w:id']}`}))
    ]
  })
}
