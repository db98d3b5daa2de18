import fc from 'fast-check'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {writeDispatchDocx} from '../../../src/render/dispatch/docx.js'
import {writeDocx} from '../../../src/render/docx/write.js'
import {body} from '../arbitrary.js'
import {dispatchWords} from '../dispatch/words.js'
import {examplePictures, exampleSheet, exampleTree, issueTree} from '../fixtures.js'
import {lintDocx, lintParts, type Rule} from './lint/lint.js'

const layout = {
  articlePages: new Map([
    ['xishan-reading-room', 1],
    ['donghe-bus-stop', 3]
  ])
}
const paged = {...exampleSheet, contents: {pageNumbers: true}}
const written = await writeDocx(exampleTree, paged, examplePictures, layout)
const parts = new Map(Object.entries(unzipSync(written)).map(([name, bytes]) => [name, strFromU8(bytes)]))

test('an issue with every node has no fault', () => {
  expect(lintDocx(written)).toEqual([])
})

test('nor has any other', async () => {
  await fc.assert(
    fc.asyncProperty(body, async (words) => {
      const tree = issueTree([{type: 'article', id: 'any', outline: '', title: [], ...words}])
      expect(lintDocx(await writeDocx(tree, exampleSheet, examplePictures, null))).toEqual([])
    }),
    {numRuns: 40}
  )
})

test('nor has a dispatch sheet', () => {
  expect(lintDocx(writeDispatchDocx(dispatchWords().sheet, exampleSheet))).toEqual([])
})

/** A fault, planted by one replacement in one part. */
const faults: readonly [fault: string, rule: Rule, part: string, what: string | RegExp, by: string][] = [
  ['a control character', 'xml', 'document', '</w:t>', '\u0001</w:t>'],
  ['a lone ampersand', 'xml', 'document', '</w:t>', '&</w:t>'],
  ['a tag that is not closed', 'xml', 'styles', '</w:styles>', ''],
  ['a theme’s font', 'theme-font', 'styles', 'w:ascii="', 'w:eastAsiaTheme="minorEastAsia" w:ascii="'],
  ['a font for Latin letters only', 'east-asian-font', 'styles', /w:eastAsia="仿宋_GB2312" /, ''],
  ['two styles of one id', 'style-twice', 'styles', 'w:styleId="credit"', 'w:styleId="Caption"'],
  ['two styles of one name', 'style-twice', 'styles', 'w:val="供稿单位"', 'w:val="栏目"'],
  ['a style that is not there', 'style-missing', 'document', 'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Text"'],
  ['a style based on none', 'style-missing', 'styles', 'w:basedOn w:val="Normal"', 'w:basedOn w:val="Norm"'],
  ['a table without a grid', 'table-grid', 'document', /<w:tblGrid>.*?<\/w:tblGrid>/, ''],
  ['a grid with a column too many', 'table-grid', 'document', '</w:tblGrid>', '<w:gridCol w:w="0"/></w:tblGrid>'],
  ['a width in per cent', 'table-width', 'document', '<w:tblW w:type="dxa"', '<w:tblW w:type="pct"'],
  ['cells of another width', 'table-width', 'document', /<w:tcW w:type="dxa" w:w="\d+"/, '<w:tcW w:type="dxa" w:w="9"'],
  ['a floating table', 'table-floats', 'document', '<w:tblPr>', '<w:tblPr><w:tblpPr w:vertAnchor="page"/>'],
  ['a picture on an exact line', 'picture-line', 'styles', 'w:lineRule="auto"', 'w:lineRule="exact"'],
  ['a link to a file', 'relationship', '_rels/document.xml.rels', 'Target="https://', 'Target="file:///'],
  ['a picture that is not there', 'relationship', '_rels/document.xml.rels', /media\/[^"]*/, 'media/none.png'],
  ['a part outside of the file', 'relationship', '_rels/document.xml.rels', 'Target="styles', 'Target="../../styles'],
  ['an id that leads nowhere', 'relationship', 'document', /r:embed="[^"]*"/, 'r:embed="rId99"'],
  ['a link to no bookmark', 'anchor', 'document', 'w:anchor="article1"', 'w:anchor="article9"'],
  ['a page of no bookmark', 'anchor', 'document', 'PAGEREF article1', 'PAGEREF article9'],
  ['two bookmarks of one name', 'anchor', 'document', 'w:name="article2"', 'w:name="article1"'],
  ['a bookmark that does not end', 'anchor', 'document', /<w:bookmarkEnd[^>]*>/, ''],
  ['two pictures of one id', 'picture-id', 'document', /(<w:r><w:drawing>.*?<\/w:drawing><\/w:r>)/, '$1$1'],
  ['a picture without words', 'picture-id', 'document', /descr="[^"]*"/, 'descr=""'],
  ['a dirty field', 'field', 'document', 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'],
  ['a field that does not end', 'field', 'document', /<w:fldChar w:fldCharType="end"\/>/, ''],
  ['fields updated on opening', 'field', 'settings', '<w:compat>', '<w:updateFields w:val="true"/><w:compat>'],
  ['a note that is not there', 'note', 'document', 'w:footnoteReference w:id="1"', 'w:footnoteReference w:id="7"'],
  ['a list that is not there', 'list', 'document', /<w:numId w:val="\d+"/, '<w:numId w:val="77"']
]

describe('every fault is found', () => {
  test.each(faults)('%s', (_, rule, part, what, by) => {
    const name = part.includes('/') ? `word/${part}` : `word/${part}.xml`
    const before = parts.get(name) ?? ''
    const after = before.replace(what, by)
    expect(after).not.toBe(before)
    expect(lintParts(new Map([...parts, [name, after]])).map((finding) => finding.rule)).toContain(rule)
  })
})
