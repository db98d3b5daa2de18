/** What the `docx` package cannot say, put into its parts where the schema's order wants it. */

import type {ExtraStyle} from './style-names.js'

/** Not at a line's end, not at its start (避头尾): what Word itself writes for Chinese. Source: GB/T 15834—2011, 5.1. */
const lineBreaking = [
  '<w:noLineBreaksAfter w:lang="zh-CN" w:val="([{·‘“〈《「『【〔〖（．［｛￡￥"/>',
  '<w:noLineBreaksBefore w:lang="zh-CN" w:val="!),.:;?]}¨·ˇˉ―‖’”…∶、。〃々〉》」』】〕〗！＂＇），．：；？］｀｜｝～"/>'
].join('')

/** The notes that are none: the rules over a page's notes, which Word looks for under these ids. */
const noteSeparators = [
  '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
  '<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
].join('')

/** Punctuation is squeezed, as in every document that Chinese Word makes; the language is Chinese. */
export function completeSettings(xml: string): string {
  return xml
    .replace('<w:displayBackgroundShape/>', '')
    .replace(
      '<w:compat>',
      `<w:characterSpacingControl w:val="compressPunctuation"/>${lineBreaking}${noteSeparators}<w:compat>`
    )
    .replace('</w:compat>', '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>')
}

/** Margins change sides on even pages: 订口 is on the inner side. */
export function mirrorMargins(settings: string): string {
  return settings.replace('<w:defaultTabStop', '<w:mirrorMargins/><w:defaultTabStop')
}

/**
 * No white between Chinese and digits or Latin letters, as 公文 has it. Marks may hang at a line's end, which is Word's
 * own default and is said all the same: LibreOffice 7.4 reads the value the wrong way round, and where it does let marks
 * hang it loses some of them.
 */
export function completeStyles(xml: string): string {
  // In Normal, on which all styles stand, and not among the defaults: LibreOffice does not look there.
  return xml.replace(/(<w:style [^>]*w:styleId="Normal".*?)(<\/w:style>)/, `$1<w:pPr>${spacingOfMarks}</w:pPr>$2`)
}

const spacingOfMarks = '<w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'

/**
 * Lines of another height than the grid's stand outside it: Word leaves exact lines alone but rounds a picture's up to
 * whole ones; LibreOffice would round up both.
 */
export function outsideGrid(styles: string, pitchTwips: number): string {
  return styles.replace(
    /<w:spacing\b[^>]*? w:line="(\d+)" w:lineRule="(exact|auto)"/g,
    (spacing, line: string, rule: string) =>
      rule === 'exact' && Number(line) === pitchTwips ? spacing : `<w:snapToGrid w:val="0"/>${spacing}`
  )
}

/** The lines with the rules over notes: the package puts a number into them, in a style that may not be there. */
export function completeNotes(xml: string, style: ExtraStyle | null): string {
  const own = style === null ? '$1' : `<w:pStyle w:val="${style}"/>`
  return xml.replace(
    /<w:p><w:pPr>(<w:spacing [^>]*\/>)<\/w:pPr><w:r><w:rPr><w:rStyle [^>]*\/><\/w:rPr><w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:separator|continuationSeparator)\/>)/g,
    `<w:p><w:pPr>${own}</w:pPr>`
  )
}
