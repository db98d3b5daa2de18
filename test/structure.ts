/** What may stand where: read from the sources as text, so that nothing needs to be compiled. */

/** A source file: its path from the repository's root, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** From the top; a room imports only from lines below its own. Rooms of one line are neighbours and do not import each other. */
export const order: readonly (readonly string[])[] = [
  ['cli'],
  ['desk'],
  ['index'],
  ['pipeline', 'distribute'],
  ['workspace'],
  ['publish', 'render', 'compose', 'aggregate', 'check', 'read', 'intake'],
  ['markdown'],
  ['diagnostics'],
  ['text'],
  ['version', 'model']
]

/** Beside the others: it imports these, and only the entries and the public API make one. */
export const host = {imports: ['text', 'model'], importedBy: ['cli', 'desk', 'index']}

/** Lines of a file: it holds one idea. */
const maxLines = 250

/**
 * Code that only `host/` and `cli/` may have, and what to do instead. `node:` modules that compute and reach for nothing
 * are no effects.
 */
const pureModules = ['node:crypto', 'node:path']
const impure: readonly (readonly [RegExp, string])[] = [
  [/\bprocess\s*[.[]/, 'reaches for the process'],
  [/\bDate\.now\b|\bnew\s+Date\b|\bperformance\s*\.\s*now\b/, 'reads the clock'],
  [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, 'is random'],
  [/\blocaleCompare\b|\btoLocale\w*\b|\bIntl\./, 'follows the machine’s language'],
  [/\bconsole\s*\./, 'prints'],
  [/\bfetch\s*\(/, 'reaches for the network']
]

/** Where a file departs from a rule, and why it may: `path: rule`. */
export type Exceptions = ReadonlyMap<string, string>

/** Everything that is wrong, `path: what`, by path; and exceptions that nothing needs any more. */
export function findViolations(sources: readonly Source[], exceptions: Exceptions): string[] {
  const all = sources.flatMap((source) => [
    ...importViolations(source),
    ...effectViolations(source),
    ...(source.text.split('\n').length - 1 > maxLines ? [`${source.path}: has more than ${maxLines} lines`] : [])
  ])
  const unneeded = [...exceptions.keys()].filter((exception) => !all.includes(exception))
  return [
    ...all.filter((violation) => !exceptions.has(violation)),
    ...unneeded.map((exception) => `no exception needed: ${exception}`)
  ]
}

/** What a file imports, exports again or loads when it is needed, types too; in the order of the text. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text)
  const found = code.matchAll(
    /\b(?:from|import)\s*(['"])(?<plain>[^'"\n]+)\1|\b(?:import|require)\s*\(\s*(['"`])(?<dynamic>[^'"`\n]+)\3/g
  )
  return Array.from(found, ({groups}) => groups?.plain ?? groups?.dynamic ?? '')
}

function importViolations({path, text}: Source): string[] {
  const from = roomOf(path)
  if (from === null) return [`${path}: lies in no room`]
  return importsOf(text).flatMap((target) => {
    if (!target.startsWith('.')) {
      const effect = target.startsWith('node:') && !pureModules.includes(target)
      return effect && !mayReach(from) ? [`${path}: imports ${target}`] : []
    }
    const to = roomOf(resolve(path, target))
    if (to === null)
      return target.endsWith('/package.json') ? [] : [`${path}: imports ${target}, which lies in no room`]
    return mayImport(from, to) ? [] : [`${path}: ${from} imports ${to}`]
  })
}

function effectViolations({path, text}: Source): string[] {
  if (mayReach(roomOf(path) ?? '')) return []
  const code = withoutComments(text)
  return impure.flatMap(([pattern, what]) => (pattern.test(code) ? [`${path}: ${what}`] : []))
}

function mayReach(room: string): boolean {
  return room === 'host' || room === 'cli' || room === 'desk'
}

export function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  if (from === 'host') return host.imports.includes(to)
  if (to === 'host') return host.importedBy.includes(from)
  return lineOf(from) < lineOf(to)
}

function lineOf(room: string): number {
  return order.findIndex((line) => line.includes(room))
}

/** `src/check/rules/a.ts` lies in `check`, `src/pipeline.ts` is a room of its own. */
function roomOf(path: string): string | null {
  const room = /^src\/([a-z]+)(?:\/|\.(?:d\.)?[tj]s$)/.exec(path)?.[1] ?? null
  return room !== null && (room === 'host' || lineOf(room) >= 0) ? room : null
}

function resolve(path: string, target: string): string {
  const parts = path.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Comments and what stands in quotes keep their length as blanks; quotes of imports stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/gs, (comment) => comment.replace(/[^\n]/g, ' '))
}
