import {expect, test} from 'vitest'
import {layoutOf, templateFiles} from '../../src/read/layout.js'

test('来稿的文件名可以用汉字、可以有空格，首尾的空格不算', () => {
  const names = ['三个中心（一）', '周末 课堂', ' 秋收 ', 'a.b', '\u3000开学']
  const paths = names.map((name) => `content/kan/submissions/2020/${name}.md`)
  const [files] = layoutOf(['content/kan/bulletin.yaml', ...paths]).bulletins
  expect(files?.submissions.map(({slug}) => slug)).toEqual(['三个中心（一）', '周末 课堂', '秋收', 'a.b', '开学'])
  expect(files?.submissions.map(({file}) => file)).toEqual(paths)
})

test('放错地方的、不是来稿和期的文件不算', () => {
  const [files] = layoutOf([
    'content/kan/bulletin.yaml',
    'content/kan/submissions/gao.md',
    'content/kan/submissions/2020/tu/gao.md',
    'content/kan/submissions/2020/.md',
    'content/kan/issues/2020/001.yml',
    'content/kan/issues/2020/001.master.json'
  ]).bulletins
  expect(files).toMatchObject({id: 'kan', submissions: [], issues: []})
})

test('common 是各模板共用的部件，不能选作模板', () => {
  const {templates} = layoutOf(['templates/common/issue.hbs', 'templates/kan/issue.hbs', 'templates/kan/sheet.yaml'])
  expect(templates).toEqual(['kan'])
})

test('模板自己的部件先于共用的，issue.hbs 只用自己的', () => {
  const kan = ['templates/kan/partials/note.hbs', 'templates/kan/sheet.yaml']
  const common = ['issue.hbs', 'partials/note.hbs', 'partials/permit.hbs', 'sheet.yaml'].map(
    (name) => `templates/common/${name}`
  )
  const {parts, sheets} = templateFiles('kan', [...common, ...kan])
  expect([...parts.values()]).toEqual([kan[0], common[2]])
  expect(sheets).toEqual([kan[1], common[3]])
})
