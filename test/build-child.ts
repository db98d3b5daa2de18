/** A process of its own for `same-bytes.test.ts`: builds every issue of the workspace that it is given. */

import {distributeIssues} from '../src/distribute.js'
import {createHost} from '../src/host/node.js'
import {dispatchFormats} from '../src/model/dispatch.js'
import {buildIssues} from '../src/pipeline.js'
import {npmFonts} from './render/pdf.js'

const [, , workspace = ''] = process.argv
const host = {...createHost({workspace}), fonts: npmFonts()}
const results = await buildIssues(host, {names: null, formats: ['docx', 'pdf', 'md'], force: false})
const papers = await distributeIssues(host, {names: ['hangzhou/2019/9'], formats: dispatchFormats, skip: 0})
// The parent compares these: had the zone not been taken, the test would prove nothing.
const hour = new Date(2020, 0, 1).getTimezoneOffset() / 60
process.stdout.write(JSON.stringify({hour, statuses: [...results, ...papers].map(({status}) => status)}))
