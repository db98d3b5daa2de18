/** Which faces may serve a role, best first. Data only. */

import {lastResortFamily} from '../model/artifact.js'
import type {FontRole} from '../model/sheet.js'

export interface CatalogueEntry {
  /** The face that GB/T 9704 and offices name. */
  readonly label: string
  /** Names of the office's own face, as fonts call themselves on Windows, macOS and Linux. */
  readonly own: readonly string[]
  /** Names of faces of the same kind that stand in for it. */
  readonly near: readonly NearFace[]
  readonly fandol: BundledFace | null
  /** From npm: always there. */
  readonly npm: BundledFace
}

export interface NearFace {
  readonly name: string
  readonly weight: Weight
}

/** A font whose family is known without reading it. */
export interface BundledFace {
  readonly label: string
  /** As Typst 0.14 knows it: name ID 1, styles trimmed. */
  readonly family: string
  /** File names in the folder it comes from. */
  readonly files: readonly string[]
  readonly weight: Weight
  readonly substitute: boolean
}

export type Weight = 400 | 700

const near = (weight: Weight, ...names: string[]) => names.map((name): NearFace => ({name, weight}))

const fandol = (label: string, weight: Weight = 400, family = label.replace(/-.*/, '')): BundledFace => ({
  label,
  family,
  files: [`${label}.otf`],
  weight,
  substitute: true
})

const notoSans = (style: 'Regular' | 'Bold'): BundledFace => ({
  label: `NotoSansHans-${style}`,
  family: lastResortFamily,
  files: [`NotoSansHans-${style}.otf`],
  weight: style === 'Bold' ? 700 : 400,
  substitute: true
})

const serif = ['Noto Serif CJK SC', 'Noto Serif SC', '思源宋体', 'Source Han Serif SC', 'Source Han Serif CN']

export const catalogue: Readonly<Record<FontRole, CatalogueEntry>> = {
  xiaobiaosong: {
    label: '方正小标宋简体',
    own: [
      ...['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0', 'FZXBSJW'],
      ...['方正小标宋_GBK', 'FZXiaoBiaoSong-B05', 'FZXBSK--GBK1-0', '方正小标宋']
    ],
    near: [...near(400, '华文中宋', 'STZhongsong'), ...near(700, ...serif)],
    fandol: fandol('FandolSong-Bold', 700),
    npm: notoSans('Bold')
  },
  fangsong: {
    label: '仿宋_GB2312',
    own: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'],
    near: near(400, '方正仿宋_GB2312', '方正仿宋_GBK', 'FZFangSong-Z02', 'FZFangSong-Z02S', '华文仿宋', 'STFangsong'),
    fandol: fandol('FandolFang-Regular', 400, 'FandolFang R'),
    npm: notoSans('Regular')
  },
  heiti: {
    label: '黑体',
    own: ['黑体', 'SimHei'],
    near: near(
      400,
      ...['方正黑体_GBK', 'FZHei-B01', 'FZHei-B01S', '华文黑体', 'STHeiti', '黑体-简', 'Heiti SC'],
      ...['Noto Sans CJK SC', 'Noto Sans SC', '思源黑体', 'Source Han Sans SC', 'Source Han Sans CN'],
      ...['文泉驿正黑', 'WenQuanYi Zen Hei']
    ),
    fandol: fandol('FandolHei-Regular'),
    npm: notoSans('Regular')
  },
  kaiti: {
    label: '楷体_GB2312',
    own: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi'],
    near: near(
      400,
      ...['方正楷体_GB2312', '方正楷体_GBK', 'FZKai-Z03', 'FZKai-Z03S', '华文楷体', 'STKaiti', '楷体-简', 'Kaiti SC'],
      ...['AR PL UKai CN']
    ),
    fandol: fandol('FandolKai-Regular'),
    npm: notoSans('Regular')
  },
  songti: {
    label: '宋体',
    own: ['宋体', 'SimSun', '新宋体', 'NSimSun'],
    near: near(
      400,
      ...['方正书宋_GBK', 'FZShuSong-Z01', 'FZShuSong-Z01S', '华文宋体', 'STSong', '宋体-简', 'Songti SC'],
      ...serif,
      'AR PL UMing CN'
    ),
    fandol: fandol('FandolSong-Regular'),
    npm: notoSans('Regular')
  },
  latin: {
    label: 'Times New Roman',
    // Liberation Serif and Tinos have its widths, letter for letter.
    own: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    near: [],
    fandol: null,
    npm: {
      label: 'Tinos',
      family: 'Tinos',
      files: ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf'],
      weight: 400,
      substitute: false
    }
  }
}

/** What any role may fall back on for a character that its own font lacks: the font from npm, with 30 000 characters. */
export const lastResort = notoSans('Regular')
