/** The text of a new bulletin.yaml, with every setting explained. Pure. */

import {commentText, yamlText} from './yaml-text.js'

export interface BulletinDraft {
  readonly id: string
  readonly title: string
  /** Issuing offices (编印单位), one or more. */
  readonly issuers: readonly string[]
  /** Name of a folder under `templates/`. */
  readonly template: string
}

/** Write the settings that a bulletin must have; the others stand as comments, valid once `# ` is taken away. */
export function bulletinText({id, title, issuers, template}: BulletinDraft): string {
  return `# ${commentText(title)}：刊物设置。改好后运行 npx jianbao check content/${id} 检查。
# 行首有“# ”的设置没有启用；要启用，删去“# ”再改内容。不写的项目就不印。

# 刊名。要分行印时写成 [第一行, 第二行]。
title: ${yamlText(title)}

# 版式：templates 下的文件夹名。standard 是通用的一种，各种的样子见文件夹中的 preview.png。
template: ${yamlText(template)}

# 编印单位，可以有几个。
issuers: ${yamlText(issuers)}

# 期号：yearly 每年从第1期起，continuous 一直往下编，none 不编期号（只编专刊）。
# 另编总期号的写 cumulative: true，有专刊的在 special 中写专刊名称，如 {issue: yearly, cumulative: true, special: [实践中心建设专刊]}。
numbering: {issue: yearly, cumulative: false}

# 左上角的说明。
# classification: 内部资料 注意保存

# 栏目，按排印的先后。
# columns: [工作交流, 经验推广]

# 标题：heading 单独成行，run-in 加黑排在正文第一段开头。
articleTitles: heading

# 首页是否印目录：true 印，false 不印。有几个栏目的，目录按栏目分列。
toc: false

# 文末署名的样式，{units} 处印供稿单位；不署名写 ""。
credit: （{units}供稿）

# 署名的位置：inline 接在文末，line 另起一行靠右。
creditPlacement: inline

# 责任人员和联系方式，按所写的先后印。
# staff: {责编: 张三, 核稿: 李四}
# contacts: {电话: 010-00000000, 邮箱: jianbao@example.cn}

# 分发名单：报上级，送平级，发下级；份数不写算一份，存档写留存份数。
# 要印地址标签的写成 {name: 市有关部门, copies: 20, postcode: "310000", address: 解放路1号, attention: 张三}。
# distribution: {standard: {报: [市委办公室], 送: [{name: 市有关部门, copies: 20}], 发: [各县（市、区）], 存档: 10}}

# 名单的排法：inline 一级接排成一段，lines 一个单位一行；各级不同的写成 {报: lines, 发: inline}。
# distributionStyle: inline

# 印数和准印证号。写了份数，印数须等于各单位份数与存档之和；写 auto 由程序算出。
# printRun: 32
# permit: 某简字0001号

# 要编份号的：从几号起，几位。
# copyNumbers: {first: 1, digits: 6}

# 对模板版式的改动，可以改的项目都在 templates/common/sheet.yaml 中。与国家标准的差别用 build --explain-layout 看。
# sheet: {colors: {red: 'C00000'}, styles: {articleTitle: {sizePt: 20}}}
`
}
