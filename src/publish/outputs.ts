/** Where an issue's files go. */

import type {Format} from '../model/artifact.js'
import {type IssueIdentity, issueName} from '../model/issue.js'

/** `out/<bulletin>/<year>/<NNN>`. */
export function outputFolder(identity: IssueIdentity): string {
  return `out/${issueName(identity)}`
}

/** `out/<bulletin>/<year>/<NNN>/<bulletin>-<year>-<NNN>.docx`. */
export function outputPath(identity: IssueIdentity, format: Format): string {
  const {bulletin, year, number} = identity
  return `${outputFolder(identity)}/${bulletin}-${year}-${number}.${format}`
}

export function manifestPath(identity: IssueIdentity): string {
  return `${outputFolder(identity)}/manifest.json`
}
