/** An issue's file (`<NNN>.yaml`) as written. */

import type {RawIssue, SourceFile} from '../model/raw.js'
import {readYamlFile} from './source.js'

/** Where an issue lies: `content/<bulletin>/issues/<year>/<number>.yaml`. */
export type IssueAddress = Pick<RawIssue, 'bulletin' | 'year' | 'number'>

export function readIssue(source: SourceFile, address: IssueAddress): RawIssue {
  return {...address, yaml: readYamlFile(source)}
}
