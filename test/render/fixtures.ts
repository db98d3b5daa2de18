/** A sheet and an issue for tests of the writers: every style role, every node type. */

import {createHash} from 'node:crypto'
import {crc32, deflateSync} from 'node:zlib'
import type {Picture, Pictures} from '../../src/model/artifact.js'
import type {Phrasing, Text} from '../../src/model/body.js'
import type {Sheet, StyleRole, TextStyle} from '../../src/model/sheet.js'
import type {Article, IssueBlock, IssueTree} from '../../src/model/tree.js'

const mmToPt = 72 / 25.4

const plainStyle: Omit<TextStyle, 'name'> = {
  font: 'fangsong',
  sizePt: 16,
  bold: false,
  color: 'black',
  align: 'justify',
  firstLineChars: 0,
  startChars: 0,
  endChars: 0,
  lineLines: 1,
  spaceBeforeLines: 0,
  spaceAfterLines: 0,
  fit: false,
  keepWithNext: false,
  ownLatin: false
}

function style(name: string, own: Partial<TextStyle> = {}): TextStyle {
  return {...plainStyle, ...own, name}
}

const styles: Record<StyleRole, TextStyle> = {
  classification: style('密级', {font: 'heiti', align: 'left'}),
  copyNumber: style('份号', {align: 'right'}),
  bulletinTitle: style('刊名', {
    font: 'xiaobiaosong',
    sizePt: 42,
    color: 'red',
    align: 'center',
    lineLines: 2,
    fit: true,
    keepWithNext: true
  }),
  issueNumberLine: style('期号', {align: 'center', keepWithNext: true}),
  imprint: style('编印单位', {align: 'left', startChars: 1, endChars: 1}),
  contentsHead: style('目录标题', {font: 'heiti', align: 'center', keepWithNext: true}),
  contentsEntry: style('目录条目', {firstLineChars: 2}),
  editorNote: style('编者按', {font: 'kaiti', firstLineChars: 2}),
  columnHead: style('栏目', {
    font: 'heiti',
    align: 'center',
    spaceBeforeLines: 1,
    spaceAfterLines: 0.5,
    keepWithNext: true
  }),
  articleTitle: style('标题', {
    font: 'xiaobiaosong',
    sizePt: 22,
    align: 'center',
    spaceBeforeLines: 1,
    spaceAfterLines: 1,
    keepWithNext: true
  }),
  body: style('正文', {firstLineChars: 2}),
  heading1: style('一级标题', {font: 'heiti', firstLineChars: 2, keepWithNext: true}),
  heading2: style('二级标题', {font: 'kaiti', firstLineChars: 2, keepWithNext: true}),
  heading3: style('三级标题', {bold: true, firstLineChars: 2, keepWithNext: true}),
  heading4: style('四级标题', {firstLineChars: 2, keepWithNext: true}),
  listItem: style('列表', {firstLineChars: 2}),
  blockquote: style('引文', {font: 'kaiti', firstLineChars: 2, startChars: 2, endChars: 2}),
  credit: style('供稿单位', {font: 'kaiti', align: 'right', endChars: 1}),
  tableHead: style('表头', {font: 'heiti', sizePt: 12, align: 'center', lineLines: 0.65}),
  tableCell: style('表格', {sizePt: 12, align: 'left', lineLines: 0.65}),
  caption: style('图题', {font: 'kaiti', sizePt: 14, align: 'center', spaceAfterLines: 0.5}),
  footnote: style('脚注', {sizePt: 10.5, lineLines: 0.5}),
  staffLine: style('编辑人员', {sizePt: 14, align: 'left', startChars: 1, endChars: 1}),
  contactLine: style('联系方式', {sizePt: 14, align: 'left', startChars: 1, endChars: 1}),
  distribution: style('版记', {sizePt: 14, startChars: 1, endChars: 1}),
  permitLine: style('准印证', {sizePt: 14, align: 'right', startChars: 1, endChars: 1}),
  pageNumber: style('页码', {font: 'songti', ownLatin: true, sizePt: 14, align: 'right', endChars: 1})
}

/** GB/T 9704—2012: A4, 22 lines of 28 characters. */
export const exampleSheet: Sheet = {
  page: {widthMm: 210, heightMm: 297, topMm: 37, bottomMm: 35, leftMm: 28, rightMm: 26},
  grid: {linesPerPage: 22, charsPerLine: 28, linePitchPt: 28.95, charPitchPt: 15.79},
  glyphs: {ascentEm: 0.88, fakeBoldEm: 0.022, strikeRiseEm: 0.35, dashRiseEm: 0.38, smallestSizePt: 5},
  colors: {black: '000000', red: 'E60012'},
  officeFonts: {
    xiaobiaosong: '方正小标宋简体',
    fangsong: '仿宋_GB2312',
    heiti: '黑体',
    kaiti: '楷体_GB2312',
    songti: '宋体',
    latin: 'Times New Roman'
  },
  rules: {
    masthead: {thicknessPt: 0.5 * mmToPt, color: 'red', aboveMm: 4, belowMm: 0},
    colophonOuter: {thicknessPt: 0.35 * mmToPt, color: 'black', aboveMm: 0, belowMm: 0},
    colophonInner: {thicknessPt: 0.25 * mmToPt, color: 'black', aboveMm: 0, belowMm: 0},
    table: {thicknessPt: 0.5, color: 'black', aboveMm: 0, belowMm: 0},
    footnote: {thicknessPt: 0.5, color: 'black', aboveMm: 0, belowMm: 0}
  },
  masthead: {smallestTitlePt: 26},
  contents: {pageNumbers: false},
  lists: {nestingChars: 2},
  tables: {
    cellMarginPt: 4.25,
    aboveLines: 0.35,
    belowLines: 0.65,
    rowPaddingLines: 0.35,
    keepTogetherRows: 8,
    smallestSizePt: 7.5
  },
  pictures: {largestShare: 0.6, smallestMm: 5, pixelsPerInch: 96, aboveLines: 0.25},
  footnotes: {ruleShare: 0.3, aboveLines: 0.5},
  colophon: {leastLinesBefore: 2},
  dispatch: {
    marginTopMm: 20,
    marginBottomMm: 18,
    marginLeftMm: 15,
    marginRightMm: 15,
    rowMm: 10,
    cellPaddingMm: 1.5,
    lineEm: 1.25,
    title: {font: 'xiaobiaosong', sizePt: 18},
    date: {font: 'fangsong', sizePt: 12},
    head: {font: 'heiti', sizePt: 12},
    cell: {font: 'fangsong', sizePt: 12},
    footer: {font: 'songti', sizePt: 9},
    widthsMm: {number: 12, recipient: 56, level: 21, copies: 13, numbers: 34, signature: 20, signedOn: 24}
  },
  labels: {
    columns: 3,
    rows: 8,
    widthMm: 70,
    heightMm: 37,
    marginTopMm: 0.5,
    marginLeftMm: 0,
    gapXMm: 0,
    gapYMm: 0,
    paddingMm: 5,
    lineEm: 1.2,
    smallestSizePt: 6,
    postcode: {font: 'songti', sizePt: 12},
    address: {font: 'fangsong', sizePt: 10.5},
    name: {font: 'heiti', sizePt: 14},
    copies: {font: 'fangsong', sizePt: 9}
  },
  pageNumberBelowMm: 7,
  styles
}

export function text(value: string): Text {
  return {type: 'text', value}
}

/** A grey rectangle: a whole PNG in a few bytes. */
export function pngPicture(widthPx: number, heightPx: number): Picture {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([8, 0, 0, 0, 0], 8)

  // One filter byte a row, then grey.
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(widthPx, 0xc0)])
  const pixels = deflateSync(Buffer.concat(Array.from({length: heightPx}, () => row)))
  const bytes = Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0))
  ])
  const digest = createHash('sha256').update(bytes).digest('hex')
  return {digest, bytes: new Uint8Array(bytes), format: 'png', widthPx, heightPx}
}

function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

export const examplePicture: Picture = pngPicture(1200, 500)
export const examplePictures: Pictures = new Map([[examplePicture.digest, examplePicture]])

const masthead: IssueBlock = {
  type: 'masthead',
  children: [
    {type: 'classification', children: [text('内部资料　注意保存')], copyNumber: [text('编号：000017')]},
    {type: 'bulletinTitle', children: [text('青石县精神文明建设简报')]},
    {type: 'issueNumberLine', children: [text('第41期')]},
    {type: 'issueNumberLine', children: [text('（总第2150期）')]},
    {
      type: 'imprint',
      issuers: [[text('青石县文明办')], [text('青石县融媒体中心')]],
      date: [text('2020年8月13日')]
    }
  ]
}

const contents: IssueBlock = {
  type: 'contents',
  children: [
    {type: 'contentsHead', children: [text('本期目录')]},
    {type: 'contentsEntry', article: 'xishan-reading-room', children: [text('西山镇：把书屋搬到桥头')]},
    {type: 'contentsEntry', article: 'donghe-bus-stop', children: [text('东河街道：候车亭里说变化')]}
  ]
}

const editorNote: IssueBlock = {
  type: 'editorNote',
  children: [{type: 'paragraph', children: [text('编者按：本期两篇来稿，说的都是身边小事。请各单位结合实际阅读。')]}],
  footnotes: []
}

const longArticle: Article = {
  type: 'article',
  id: 'xishan-reading-room',
  outline: '西山镇：把书屋搬到桥头',
  title: [[text('西山镇：')], [text('把书屋搬到桥头')]],
  children: [
    {
      type: 'paragraph',
      children: [
        text('今年以来，西山镇坚持“群众在哪里，书屋就建到哪里”，新建桥头书屋6个，藏书1.2万册——'),
        {type: 'strong', children: [text('借阅不用登记')]},
        text('，'),
        {type: 'emphasis', children: [text('还书只凭'), {type: 'strong', children: [text('自觉')]}]},
        text('，'),
        {type: 'delete', children: [text('押金20元')]},
        text('一律免收。'),
        {type: 'footnoteReference', id: 'fn-1'}
      ]
    },
    {type: 'heading', level: 1, children: [text('一、选好一个点')]},
    {type: 'heading', level: 2, children: [text('（一）桥头人多')]},
    {type: 'heading', level: 3, children: [text('1.早晚都有人')]},
    {type: 'heading', level: 4, children: [text('（1）纳凉的人')]},
    {
      type: 'paragraph',
      children: [
        text('书屋开放时间见'),
        {type: 'link', url: 'https://example.org/reading?town=xishan&room=1', children: [text('镇政府网站')]},
        text('，'),
        {type: 'break'},
        text('咨询电话见门口告示…'),
        {type: 'footnoteReference', id: 'fn-1'}
      ]
    },
    {
      type: 'list',
      ordered: true,
      start: 3,
      children: [
        {type: 'listItem', children: [{type: 'paragraph', children: [text('书架由村里木匠打制。')]}]},
        {
          type: 'listItem',
          children: [
            {type: 'paragraph', children: [text('书由各家各户捐赠。')]},
            {type: 'paragraph', children: [text('捐书人在扉页签名。')]},
            {
              type: 'list',
              ordered: true,
              start: 1,
              children: [
                {type: 'listItem', children: [{type: 'paragraph', children: [text('农技类。')]}]},
                {type: 'listItem', children: [{type: 'paragraph', children: [text('少儿类。')]}]}
              ]
            }
          ]
        }
      ]
    },
    {
      type: 'list',
      ordered: false,
      start: 1,
      children: [
        {type: 'listItem', children: [{type: 'paragraph', children: [text('周末有人讲故事。')]}]},
        {type: 'listItem', children: [{type: 'paragraph', children: [text('雨天有人收书。')]}]}
      ]
    },
    {
      type: 'table',
      align: [null, null, 'center'],
      children: [
        tableRow([text('书屋')], [text('藏书')], [text('备注')]),
        tableRow([text('石拱桥书屋')], [text('3200册')], [text('全天开放')]),
        tableRow([text('新桥书屋')], [text('860册')], [text('周末'), {type: 'footnoteReference', id: 'fn-2'}])
      ]
    },
    {type: 'figure', image: examplePicture.digest, alt: '石拱桥书屋开放首日'},
    {
      type: 'blockquote',
      children: [{type: 'paragraph', children: [text('“过桥就能看书，真方便！”村民周大妈说。')]}]
    },
    {type: 'thematicBreak'},
    {type: 'paragraph', children: [text('下一步，西山镇将把书屋办到每一座桥头。')]},
    {type: 'credit', children: [text('（西山镇供稿）')]}
  ],
  footnotes: [
    {id: 'fn-1', children: [{type: 'paragraph', children: [text('截至2020年7月底。')]}]},
    {
      id: 'fn-2',
      children: [{type: 'paragraph', children: [text('含'), {type: 'emphasis', children: [text('法定节假日')]}]}]
    }
  ]
}

/** Its title runs, in bold, into the first paragraph. */
const runInArticle: Article = {
  type: 'article',
  id: 'donghe-bus-stop',
  outline: '东河街道：候车亭里说变化',
  title: [],
  children: [
    {
      type: 'paragraph',
      children: [
        {type: 'strong', children: [text('东河街道：候车亭里说变化。')]},
        text('东河街道在12座候车亭设“变化角”，请居民每月贴一张照片。（东河街道供稿）')
      ]
    }
  ],
  footnotes: []
}

const colophon: IssueBlock = {
  type: 'colophon',
  children: [
    {type: 'staffLine', children: [text('责编：林　晓　　核稿：高　明')]},
    {type: 'contactLine', children: [text('电话：0000-1234567　邮箱：jianbao@example.org')]},
    {type: 'distribution', label: '报：', style: 'lines', lines: [[text('市文明办')], [text('县委、县政府领导')]]},
    {
      type: 'distribution',
      label: '送：',
      style: 'inline',
      lines: [[text('县人大常委会办公室，县政协办公室，县委各部委，县级各单位，各人民团体，驻青石各单位。')]]
    },
    {type: 'distribution', label: '发：', style: 'inline', lines: [[text('各镇党委，各街道党工委。')]]},
    {type: 'permitLine', children: [text('青简字0001号　共印400份')]}
  ]
}

/** An issue that uses every node type. */
export const exampleTree: IssueTree = issueTree([
  masthead,
  contents,
  editorNote,
  {type: 'columnHead', children: [text('工作交流')]},
  longArticle,
  runInArticle,
  colophon
])

export function issueTree(children: readonly IssueBlock[]): IssueTree {
  return {
    type: 'issue',
    identity: {
      bulletin: 'qingshi',
      year: 2020,
      number: '041',
      issueNumber: 41,
      cumulativeNumber: 2150,
      special: null,
      date: {year: 2020, month: 8, day: 13}
    },
    meta: {
      title: '青石县精神文明建设简报第41期（总第2150期）',
      author: '青石县文明办',
      bulletin: '青石县精神文明建设简报'
    },
    children
  }
}

/** An issue of one article, with the given number of paragraphs of about four lines. */
export function longTree(paragraphs: number): IssueTree {
  const sentence = '桥头书屋开放以来，来看书的人一天比一天多，孩子们放学后先到书屋写作业，老人们傍晚来听人读报。'
  const children = Array.from({length: paragraphs}, (_, index) => ({
    type: 'paragraph' as const,
    children: [text(`第${index + 1}段。${sentence}${sentence}`)]
  }))
  const article: Article = {...runInArticle, id: 'long', title: [[text('桥头书屋纪事')]], children}
  return issueTree([masthead, article, colophon])
}

function tableRow(...cells: readonly Phrasing[][]) {
  return {
    type: 'tableRow' as const,
    children: cells.map((children) => ({type: 'tableCell' as const, children}))
  }
}
