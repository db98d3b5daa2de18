/** Submissions made up for the benchmark: the same ones on every run, none of them alike. */

export interface Written {
  readonly markdown: string
  /** Chinese characters of the body. */
  readonly characters: number
}

export interface Plan {
  /** Every number gives its own text. */
  readonly seed: number
  /** Chinese characters that the body has at least; it has some 200 more at most. */
  readonly characters: number
  readonly table: boolean
  readonly footnote: boolean
  /** A picture beside the submission. */
  readonly picture: string | null
  /** A figure in a measure that does not fit: one warning. */
  readonly mistake: boolean
  /** `YYYY-MM-DD`. */
  readonly date: string
}

const units = ['haidian', 'shunyi', 'huairou', 'miyun']
const columns = ['新时代文明实践中心建设', '工作交流', '志愿服务']
const places = ['青石镇', '临河街道', '南塘社区', '柳湾村', '东桥街道', '望山镇', '七里社区', '清溪村']
const actors = ['实践所', '志愿服务队', '宣讲小分队', '社区工作者', '党员楼组长', '文艺骨干', '返乡大学生', '退休教师']
const deeds = [
  '把需求清单逐户核对一遍，登记在册的事项当周派出',
  '利用傍晚时段在广场开讲，内容由居民投票选定',
  '同医院、学校和派出所约定联系人，急事不过夜',
  '为独居老人建立服务卡，送餐、理发和量血压一次办齐',
  '整理闲置房屋作活动室，钥匙由值班志愿者保管',
  '把办理结果张贴在村口，谁提的、谁办的、办到哪一步写得明白'
]
const effects = [
  '反映的问题半数以上当天有了回音',
  '来办事的人多了，打电话催问的人少了',
  '邻里之间从点头之交变成了搭把手的交情',
  '原先冷清的院子渐渐有了人气',
  '几件拖了多年的小事得到解决'
]
const leads = ['摸清底数', '配强队伍', '用活阵地', '做细服务', '建好制度', '讲活故事', '守住长效', '拓宽渠道']

export function writeSubmission(plan: Plan): Written {
  const draw = drawFrom(plan.seed)
  const blocks = [paragraph(draw), ...middle(plan, draw)]
  for (let part = 0; han(blocks.join('')) < plan.characters; part++) {
    blocks.push(`**${leads[part % leads.length]}，让事情有人管。**${paragraph(draw)}${sentence(draw)}`)
  }
  const body = blocks.join('\n\n')
  const notes = plan.footnote ? '\n\n[^note]: 数据由各所站按月填报，县级中心抽查核对。' : ''
  return {markdown: `${frontmatter(plan, draw)}\n${body}${notes}\n`, characters: han(body)}
}

type Draw = (below: number) => number

/** A linear congruential generator; its low bits repeat soon and are not used. Source: Numerical Recipes, 7.1. */
function drawFrom(seed: number): Draw {
  let state = (seed * 2654435761 + 1013904223) >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function frontmatter({seed, date, mistake}: Plan, draw: Draw): string {
  return `---
title: ${pick(places, draw)}${pick(leads, draw)}，文明实践第${seed + 1}次小结
units: ${pick(units, draw)}
column: ${pick(columns, draw)}
date: ${date}
period: ${date.slice(0, 7)}
authors: [王芳, 李明]
contact: 综合科，010-00001201
metrics:
  volunteers: ${mistake ? '300支' : `${draw(9000) + 100}余名`}
  volunteer-teams: ${draw(90) + 5}支
  服务群众: ${draw(90) / 10 + 1}万余人次
  activities: 近${draw(400) + 20}场
  service-hours: 不适用
---
`
}

/** What stands between the opening and the run of lead-ins. */
function middle({table, footnote, picture}: Plan, draw: Draw): string[] {
  return [
    list(draw),
    ...(picture === null ? [] : [`![各类阵地分布示意图](${picture})`]),
    ...(table ? [tableOf(draw)] : []),
    ...(footnote ? [`${sentence(draw).slice(0, -1)}[^note]。`] : [])
  ]
}

function paragraph(draw: Draw): string {
  return `${sentence(draw)}${sentence(draw)}`
}

/** Some 60 characters. */
function sentence(draw: Draw): string {
  const [place, actor, deed, effect] = [pick(places, draw), pick(actors, draw), pick(deeds, draw), pick(effects, draw)]
  return `${draw(12) + 1}月以来，${place}${actor}${deed}，前后${draw(80) + 3}批次、${draw(3000) + 40}人次参与，${effect}。`
}

function list(draw: Draw): string {
  return Array.from({length: 3}, () => `- **${pick(leads, draw)}。**${pick(actors, draw)}${pick(deeds, draw)}。`).join(
    '\n'
  )
}

function tableOf(draw: Draw): string {
  const rows = Array.from(
    {length: 4},
    (_, row) => `| ${places[row]} | ${draw(60) + 2} | ${draw(900) + 10} | ${pick(leads, draw)} |`
  )
  return ['| 单位 | 场次 | 人次 | 主题 |', '| --- | ---: | ---: | --- |', ...rows].join('\n')
}

function pick<Item>(items: readonly Item[], draw: Draw): Item {
  return items[draw(items.length)] as Item
}

function han(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
