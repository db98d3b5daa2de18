/**
 * The closed body of an article: the nodes of mdast that a bulletin can print, and no others.
 *
 * Raw HTML, code and directives have no node here; `markdown/` turns a contributor's text into this or says why not.
 * Places are not kept: what is printed does not depend on where it stood.
 */

export interface Text {
  readonly type: 'text'
  readonly value: string
}

export interface Strong {
  readonly type: 'strong'
  readonly children: readonly Phrasing[]
}

export interface Emphasis {
  readonly type: 'emphasis'
  readonly children: readonly Phrasing[]
}

export interface Delete {
  readonly type: 'delete'
  readonly children: readonly Phrasing[]
}

export interface Link {
  readonly type: 'link'
  /** http, https or mailto; other schemes are refused by `check`. */
  readonly url: string
  readonly children: readonly Phrasing[]
}

/** A line break that the writer of the text asked for. */
export interface Break {
  readonly type: 'break'
}

export interface FootnoteReference {
  readonly type: 'footnoteReference'
  /** Unique in the issue; names a note in `Article.footnotes`. */
  readonly id: string
}

export type Phrasing = Text | Strong | Emphasis | Delete | Link | Break | FootnoteReference

export interface Paragraph {
  readonly type: 'paragraph'
  readonly children: readonly Phrasing[]
}

/** A heading inside an article (小标题): level 1 is 一、, 2 （一）, 3 1., 4 （1）. The numbers are in the text. */
export interface Heading {
  readonly type: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly children: readonly Phrasing[]
}

export interface List {
  readonly type: 'list'
  readonly ordered: boolean
  /** First number of an ordered list. */
  readonly start: number
  readonly children: readonly ListItem[]
}

export interface ListItem {
  readonly type: 'listItem'
  readonly children: readonly Block[]
}

export type CellAlign = 'left' | 'center' | 'right' | null

export interface Table {
  readonly type: 'table'
  /** One entry a column. */
  readonly align: readonly CellAlign[]
  /** The first row is the header. Every row has as many cells as `align` has entries. */
  readonly children: readonly TableRow[]
}

export interface TableRow {
  readonly type: 'tableRow'
  readonly children: readonly TableCell[]
}

export interface TableCell {
  readonly type: 'tableCell'
  readonly children: readonly Phrasing[]
}

/** An image with its caption: the only way in which a picture stands in a bulletin. */
export interface Figure {
  readonly type: 'figure'
  /** SHA-256 of the picture's bytes, in hex: the key of `IssueTree.images`. */
  readonly image: string
  /** Alternative text, printed below as the caption; may be empty. */
  readonly alt: string
}

export interface BlockQuote {
  readonly type: 'blockquote'
  readonly children: readonly Block[]
}

/** A pause between two parts of an article: printed as an empty line. */
export interface ThematicBreak {
  readonly type: 'thematicBreak'
}

export type Block = Paragraph | Heading | List | Table | Figure | BlockQuote | ThematicBreak

export interface Footnote {
  readonly id: string
  readonly children: readonly Block[]
}

/** The body of one article. */
export interface Body {
  readonly children: readonly Block[]
  readonly footnotes: readonly Footnote[]
}

/** The words of phrasing, without marks; a break is nothing, as in Chinese text. */
export function plainText(nodes: readonly Phrasing[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value
        case 'break':
        case 'footnoteReference':
          return ''
        default:
          return plainText(node.children)
      }
    })
    .join('')
}
