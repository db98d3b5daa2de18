/**
 * Every rule id, with the severity it has unless a bulletin sets another.
 *
 * `shape` rules are about the form of files and stop `build`; `text` rules are about wording and never do. A rule id
 * names what should hold and never changes once released.
 */

import type {Severity} from '../model/diagnostic.js'

export interface Rule {
  readonly kind: 'shape' | 'text'
  readonly severity: Severity
}

const error: Rule = {kind: 'shape', severity: 'error'}
const warning: Rule = {kind: 'shape', severity: 'warning'}

export const rules = {
  // Files and their text.
  'file-is-readable': error,
  'file-is-utf8': error,
  'file-has-no-control-characters': error,
  'file-is-small-enough': error,
  'frontmatter-is-present': error,
  'frontmatter-is-yaml': error,
  'yaml-is-valid': error,
  'yaml-keys-are-unique': error,
  'yaml-aliases-are-few': error,
  // The body of a submission.
  'body-has-no-html': error,
  'body-is-not-too-deep': error,
  'body-has-no-code': warning,
  'footnote-is-defined': error,
  'footnote-is-used': warning,
  'link-is-web': warning,
  'image-stands-alone': error,
  'image-is-in-content': error,
  'image-exists': error,
  'image-is-picture': error,
  'image-is-small-enough': error,
  'ignore-has-reason': error,
  // Templates.
  'template-is-valid': error,
  'template-field-exists': error
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules
