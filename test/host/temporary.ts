/** Folders that go when the test ends. */

import {mkdtempSync, realpathSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'jianbao-test-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}
