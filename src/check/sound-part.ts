/** What is left of a mapping when all that a schema refuses is taken out. */

import type {z} from 'zod'
import type {Mapping} from './mapping.js'

/** Taking a part out may leave its mapping without a key that it needs, which goes then as well. */
const maxRounds = 8

export function soundPart<Schema extends z.ZodObject>(
  schema: Schema,
  input: Mapping,
  issues: readonly z.core.$ZodIssue[]
): Partial<z.output<Schema>> {
  const rest: Record<string, unknown> = structuredClone(input)
  const partial = schema.partial()
  let left = issues
  for (let round = 0; round < maxRounds; round++) {
    for (const path of left.flatMap((issue) => wrongParts(rest, issue))) remove(rest, path)
    const result = partial.safeParse(rest)
    if (result.success) return result.data as Partial<z.output<Schema>>
    left = result.error.issues
  }
  return {}
}

/** Paths to take out. Of a list it is the whole: its items keep their places. */
function wrongParts(value: Mapping, issue: z.core.$ZodIssue): PropertyKey[][] {
  const list = issue.path.findIndex((step) => typeof step !== 'string')
  const path = list < 0 ? issue.path : issue.path.slice(0, list)
  if (issue.code === 'unrecognized_keys' && list < 0) return issue.keys.map((key) => [...path, key])
  return [holderOf(value, path) ? path : path.slice(0, -1)]
}

function remove(value: Mapping, path: readonly PropertyKey[]): void {
  const last = path.at(-1)
  const holder = holderOf(value, path)
  if (holder && last !== undefined) Reflect.deleteProperty(holder, last)
}

/** What has the last key of a path; null where nothing has. */
function holderOf(value: Mapping, path: readonly PropertyKey[]): object | null {
  let inside: unknown = value
  for (const [index, step] of path.entries()) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, step)) return null
    if (index === path.length - 1) return inside
    inside = Reflect.get(inside, step)
  }
  return null
}
