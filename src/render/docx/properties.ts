/** What an issue's Word file says of itself (文档属性). */

import {plainText} from '../../model/body.js'
import type {IssueTree} from '../../model/tree.js'
import {escapeXml, type FileProperties} from '../package.js'

/**
 * Columns are its keywords, the special series its category, and the articles' titles its description, so that a folder
 * of issues can be searched.
 */
export function issueProperties({meta, identity, children}: IssueTree): FileProperties {
  const columns = children.flatMap((node) => (node.type === 'columnHead' ? [plainText(node.children)] : []))
  const articles = children.flatMap((node) => (node.type === 'article' && node.outline !== '' ? [node.outline] : []))
  return {
    title: meta.title,
    subject: meta.bulletin,
    author: meta.author,
    date: identity.date,
    // 【工作交流】 is the column 工作交流.
    keywords: columns.map((head) => head.replace(/[【】]/g, '')).join('；'),
    description: articles.join('；'),
    category: identity.special?.series ?? ''
  }
}

/** `docProps/app.xml`, which the package leaves empty. Without pages and words: Word counts those itself. */
export function appProperties({author}: FileProperties): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">',
    '<Template>Normal.dotm</Template><Application>jianbao</Application><DocSecurity>0</DocSecurity>',
    `<ScaleCrop>false</ScaleCrop><Company>${escapeXml(author)}</Company>`,
    '<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>',
    '</Properties>'
  ].join('')
}
