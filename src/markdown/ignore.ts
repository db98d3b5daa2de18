/** The one HTML that is allowed: `<!-- jianbao-ignore rule-id: 理由 -->`, which silences a rule with a reason. */

export interface IgnoreComment {
  readonly ruleId: string
  readonly reason: string
}

/** Null where the comment is not one that silences, or gives no reason. */
export function parseIgnoreComment(html: string): IgnoreComment | null {
  if (!isIgnoreComment(html)) return null
  const words = html.trim().slice('<!--'.length, -'-->'.length).trim().slice(keyword.length).trim()
  const colon = words.search(/[:：]/)
  if (colon < 0) return null
  const ruleId = words.slice(0, colon).trim()
  const reason = words.slice(colon + 1).trim()
  return /^[a-z0-9-]+$/.test(ruleId) && reason !== '' ? {ruleId, reason} : null
}

/** Whether a comment means to silence a rule, in good form or not. */
export function isIgnoreComment(html: string): boolean {
  const text = html.trim()
  return (
    text.startsWith('<!--') &&
    text.indexOf('-->') === text.length - '-->'.length &&
    text.slice('<!--'.length).trimStart().startsWith(keyword)
  )
}

const keyword = 'jianbao-ignore'
