/**
 * Measures of a bulletin (版式), as `templates/<template>/sheet.yaml` gives them.
 *
 * Lengths carry their unit in the name: mm, pt, 字 (`Chars`, of the role's own size) and lines (`Lines`, of the grid's
 * pitch). Writers hold no measure of their own.
 */

import type {DispatchColumn} from './dispatch.js'

/** What a font is for; families are resolved by the host. */
export const fontRoles = ['xiaobiaosong', 'fangsong', 'heiti', 'kaiti', 'songti', 'latin'] as const
export type FontRole = (typeof fontRoles)[number]

/** A family's name for every role, as an office calls it: 方正小标宋简体. */
export type FontFamilies = Readonly<Record<FontRole, string>>

/** What people call them. */
export const fontRoleNames: Readonly<Record<FontRole, string>> = {
  xiaobiaosong: '小标宋',
  fangsong: '仿宋',
  heiti: '黑体',
  kaiti: '楷体',
  songti: '宋体',
  latin: '西文'
}

/** Everything that is set in a style of its own; each is a named paragraph style in Word. */
export const styleRoles = [
  'classification',
  'copyNumber',
  'bulletinTitle',
  'issueNumberLine',
  'imprint',
  'contentsHead',
  'contentsEntry',
  'editorNote',
  'columnHead',
  'articleTitle',
  'body',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'listItem',
  'blockquote',
  'credit',
  'tableHead',
  'tableCell',
  'caption',
  'footnote',
  'staffLine',
  'contactLine',
  'distribution',
  'permitLine',
  'pageNumber'
] as const
export type StyleRole = (typeof styleRoles)[number]

export type Align = 'left' | 'center' | 'right' | 'justify'
export type ColorName = 'black' | 'red'

export interface TextStyle {
  /** The name that Word shows: 刊名, 期号, 正文. */
  readonly name: string
  readonly font: Exclude<FontRole, 'latin'>
  readonly sizePt: number
  readonly bold: boolean
  readonly color: ColorName
  readonly align: Align
  /** First line's indent; negative hangs the lines after it. */
  readonly firstLineChars: number
  readonly startChars: number
  readonly endChars: number
  /** Height of one line, in lines of the grid. */
  readonly lineLines: number
  readonly spaceBeforeLines: number
  readonly spaceAfterLines: number
  /** Shrinks so that a line of it fits the type area. */
  readonly fit: boolean
  /** Stays with the paragraph after it. */
  readonly keepWithNext: boolean
  /** Sets digits and Latin letters in its own font too, not in the Latin one. */
  readonly ownLatin: boolean
}

export interface PageMeasures {
  readonly widthMm: number
  readonly heightMm: number
  readonly topMm: number
  readonly bottomMm: number
  /** 订口 and 切口: left and right on odd pages. */
  readonly leftMm: number
  readonly rightMm: number
}

/** 22 lines a page, 28 characters a line. */
export interface Grid {
  readonly linesPerPage: number
  readonly charsPerLine: number
  readonly linePitchPt: number
  /** Width of one character cell of body text. */
  readonly charPitchPt: number
}

export interface Rule {
  readonly thicknessPt: number
  readonly color: ColorName
  /** White above and below the rule. */
  readonly aboveMm: number
  readonly belowMm: number
}

/** What fonts of Chinese type do not say or do not have. */
export interface GlyphMeasures {
  /** From the upper edge of the character's body (字身框) to the baseline. */
  readonly ascentEm: number
  /** Thickness of the outline that makes bold of a family that has none. */
  readonly fakeBoldEm: number
  /** From the baseline up to the stroke that deletes. */
  readonly strikeRiseEm: number
  /** From the baseline up to the middle of a dash (一字线), to which the page number's place is measured. */
  readonly dashRiseEm: number
  /** Nothing is shrunk below it to fit. */
  readonly smallestSizePt: number
}

export interface TableMeasures {
  /** White on either side of a cell's text. */
  readonly cellMarginPt: number
  /** White between the text and the frame; their sum is a whole number of lines. */
  readonly aboveLines: number
  readonly belowLines: number
  /** White in a row beside its lines of text; with one line of text a row is one line of the grid high. */
  readonly rowPaddingLines: number
  /** A table of so many rows, its head among them, is not split over pages. */
  readonly keepTogetherRows: number
  /** A table whose columns are too many for the width is set smaller, down to this. */
  readonly smallestSizePt: number
}

export interface PictureMeasures {
  /** Of the type area's height, so that a caption and some text stand beside the largest picture. */
  readonly largestShare: number
  /** A picture that would have to be narrower or lower than this to fit is refused. */
  readonly smallestMm: number
  /** At which a picture is taken where it is small enough. */
  readonly pixelsPerInch: number
  readonly aboveLines: number
}

export interface FootnoteMeasures {
  /** Length of the rule over the notes, of the type area's width. */
  readonly ruleShare: number
  readonly aboveLines: number
}

/** A font and its size, where nothing else of a style is wanted. */
export interface Face {
  readonly font: Exclude<FontRole, 'latin'>
  readonly sizePt: number
}

/** The dispatch sheet (发放登记表), on A4 upright. */
export interface DispatchMeasures {
  readonly marginTopMm: number
  readonly marginBottomMm: number
  readonly marginLeftMm: number
  readonly marginRightMm: number
  /** Room to sign in; a row whose text is higher grows. */
  readonly rowMm: number
  readonly cellPaddingMm: number
  /** Height of a line of text, of its size. */
  readonly lineEm: number
  readonly title: Face
  readonly date: Face
  readonly head: Face
  readonly cell: Face
  readonly footer: Face
  /** Where copies are not numbered, recipients get the room of `numbers`. */
  readonly widthsMm: Readonly<Record<DispatchColumn, number>>
}

/** A sheet of labels (不干胶标签), on A4 upright. */
export interface LabelMeasures {
  readonly columns: number
  readonly rows: number
  /** Of one label. */
  readonly widthMm: number
  readonly heightMm: number
  /** From the paper's edge to the first label. */
  readonly marginTopMm: number
  readonly marginLeftMm: number
  readonly gapXMm: number
  readonly gapYMm: number
  /** From a label's edge to its text. */
  readonly paddingMm: number
  readonly lineEm: number
  /** A text too long for its label is set smaller, the name down to this. */
  readonly smallestSizePt: number
  readonly postcode: Face
  readonly address: Face
  readonly name: Face
  readonly copies: Face
}

export interface Sheet {
  readonly page: PageMeasures
  readonly grid: Grid
  readonly glyphs: GlyphMeasures
  /** sRGB, six hex digits. */
  readonly colors: Readonly<Record<ColorName, string>>
  /** Family names that DOCX files carry: the office's own fonts. Where they are at hand, the PDF is set in them, too. */
  readonly officeFonts: FontFamilies
  readonly rules: {
    /** Under the masthead (红线). */
    readonly masthead: Rule
    /** First and last of the colophon (版记). */
    readonly colophonOuter: Rule
    readonly colophonInner: Rule
    readonly table: Rule
    /** Over the footnotes of a page. */
    readonly footnote: Rule
  }
  readonly masthead: {
    /** A bulletin's name that would have to be smaller than this to fit is refused. */
    readonly smallestTitlePt: number
  }
  readonly contents: {
    /** Whether entries name the page of their article. */
    readonly pageNumbers: boolean
  }
  readonly lists: {
    /** By which a list within a list is set in. */
    readonly nestingChars: number
  }
  readonly tables: TableMeasures
  readonly pictures: PictureMeasures
  readonly footnotes: FootnoteMeasures
  readonly colophon: {
    /** Lines of text that stand on the last page with the end block, where the text can give them. */
    readonly leastLinesBefore: number
  }
  readonly dispatch: DispatchMeasures
  readonly labels: LabelMeasures
  /** From the type area's lower edge to the page number's dashes. */
  readonly pageNumberBelowMm: number
  readonly styles: Readonly<Record<StyleRole, TextStyle>>
}
