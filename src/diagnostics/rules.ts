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
const wording: Rule = {kind: 'text', severity: 'warning'}

export const rules = {
  // Files and their text.
  'file-is-in-place': warning,
  'file-is-readable': error,
  'file-is-utf8': error,
  'file-has-no-control-characters': error,
  'file-is-small-enough': error,
  'character-is-in-fonts': error,
  'character-is-in-role-font': warning,
  'frontmatter-is-present': error,
  'frontmatter-is-yaml': error,
  'yaml-is-valid': error,
  'yaml-keys-are-unique': error,
  'yaml-aliases-are-few': error,
  // The body of a submission.
  'body-is-present': error,
  'body-has-no-html': error,
  'body-is-not-too-deep': error,
  'body-is-simple-enough': error,
  'body-has-no-code': warning,
  'paragraphs-are-apart': wording,
  'footnote-is-defined': error,
  'footnote-is-used': warning,
  'footnote-stands-in-text': error,
  'link-is-web': warning,
  'image-stands-alone': error,
  'image-is-in-content': error,
  'image-exists': error,
  'image-is-picture': error,
  'image-is-small-enough': error,
  'ignore-has-reason': error,
  // Keys and values of any YAML.
  'key-is-known': error,
  'key-is-present': error,
  'key-is-written-once': error,
  'value-is-well-formed': error,
  'date-exists': error,
  // A submission's frontmatter.
  'period-is-well-formed': error,
  'unit-is-known': error,
  'unit-is-written-once': error,
  'column-is-known': error,
  'metric-is-known': error,
  'metric-is-written-once': error,
  'figure-is-readable': error,
  'figure-measure-fits': wording,
  // Units and metrics.
  'id-is-unique': error,
  'name-is-unambiguous': error,
  'unit-parent-is-known': error,
  'unit-successor-is-known': error,
  'units-have-no-cycle': error,
  // A bulletin.
  'bulletin-is-on-file': error,
  'template-is-known': error,
  'print-run-adds-up': error,
  'print-run-can-be-counted': error,
  'copy-numbers-fit': error,
  'recipient-stands-once': warning,
  'rule-is-known': error,
  'rule-can-be-set': error,
  // An issue.
  'issue-has-articles': error,
  'issue-is-in-its-year': error,
  'issue-is-named-by-number': error,
  'issue-numbers-fit-bulletin': error,
  'series-is-known': error,
  'distribution-is-known': error,
  'distribution-is-present': error,
  'recipient-fits-label': error,
  'submission-is-known': error,
  'submission-is-unambiguous': error,
  'submission-is-used-once': error,
  'submission-is-printed-once': warning,
  'tables-are-printed': warning,
  // All issues of a bulletin.
  'issue-number-is-unique': error,
  'cumulative-number-is-unique': error,
  'special-number-is-unique': error,
  'cumulative-keeps-pace': error,
  'dates-follow-numbers': error,
  'numbers-have-no-gaps': warning,
  // The page.
  'bulletin-title-fits': error,
  'table-fits-page': error,
  'picture-fits-page': error,
  // Templates.
  'sheet-is-valid': error,
  'sheet-makes-sense': warning,
  'template-is-valid': error,
  'template-field-exists': error
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** Rules whose warnings only setting an issue finds, with this machine's fonts: no look at the files tells them. */
export const settingRules: ReadonlySet<string> = new Set<RuleId>(['character-is-in-role-font'])
