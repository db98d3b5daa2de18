/**
 * A parsed template, made strict to the last field.
 *
 * Handlebars' own `strict` lets a missing field pass where it is a helper's argument (`{{#if titel}}`), a block's
 * parameter or a name of every object (`{{constructor}}`). So every path becomes a call of a helper that looks fields up
 * by itself, and every other name is compared with what there is.
 */

import type {Point} from '../model/place.js'

/** What a template can call. */
export const inlineHelpers = ['join'] as const
export const blockHelpers = ['if', 'unless', 'each', 'with'] as const

/** What paths are rewritten to; no template can name these. */
export const rewritten = {field: '@field', data: '@data', print: '@print'} as const

/** `@index` and its like, each set by `each`; `@root` is what the whole template sees. */
const dataNames = ['index', 'first', 'last', 'key', 'root']

export interface TemplateFault {
  readonly ruleId: 'template-is-valid' | 'template-field-exists'
  readonly at: Point
  readonly message: string
}

export interface StrictProgram {
  readonly faults: readonly TemplateFault[]
  /** Where each partial is called first, by its name. */
  readonly calls: ReadonlyMap<string, Point>
}

/**
 * Rewrite a program in place.
 *
 * @param partials - names that are there to be called.
 */
export function makeStrict(program: hbs.AST.Program, partials: ReadonlySet<string>): StrictProgram {
  const faults: TemplateFault[] = []
  const calls = new Map<string, Point>()
  const report = ({loc}: hbs.AST.Node, message: string): void => {
    faults.push({ruleId: 'template-is-valid', at: pointOf(loc.start), message})
  }
  new Rewriter({partials, calls, report}).program(program)
  return {faults, calls}
}

/** Handlebars counts columns from 0. */
export function pointOf({line, column}: {line: number; column: number}): Point {
  return {line, column: column + 1}
}

interface Findings {
  readonly partials: ReadonlySet<string>
  readonly calls: Map<string, Point>
  report(node: hbs.AST.Node, message: string): void
}

class Rewriter {
  constructor(private readonly findings: Findings) {}

  program(program: hbs.AST.Program): void {
    if (program.blockParams?.length) {
      this.findings.report(program, '模板里不能用 as |…| 起名。请直接写字段名。')
    }
    for (const statement of program.body) this.statement(statement)
  }

  private statement(node: hbs.AST.Statement): void {
    switch (node.type) {
      case 'MustacheStatement':
        this.mustache(node as hbs.AST.MustacheStatement)
        break
      case 'BlockStatement':
        this.block(node as hbs.AST.BlockStatement)
        break
      case 'PartialStatement':
        this.partial(node as hbs.AST.PartialStatement)
        break
      case 'ContentStatement':
      case 'CommentStatement':
        break
      default:
        this.findings.report(node, '模板里不能用 {{#> …}} 和 {{* …}}。请改用 {{> 部件名}}。')
    }
  }

  /** `{{field}}` is printed; `{{helper …}}` is called. */
  private mustache(node: hbs.AST.MustacheStatement): void {
    const {path} = node
    const name = nameOf(path)
    if (node.params.length > 0 || node.hash || isOneOf(inlineHelpers, name)) {
      this.call(node)
    } else if (isOneOf(blockHelpers, name)) {
      this.findings.report(node, `“${name}”要成对使用：{{#${name} …}} … {{/${name}}}。`)
    } else {
      // A literal alone, `{{"date"}}`, is a field's name too.
      node.params = [this.value(path.type === 'PathExpression' ? path : pathTo(name, path))]
      node.path = pathTo(rewritten.print, path)
    }
  }

  private block(node: hbs.AST.BlockStatement): void {
    const name = nameOf(node.path)
    if (!isOneOf(blockHelpers, name)) {
      this.findings.report(node.path, `没有名为“${name}”的块。可用的有 ${blockHelpers.join('、')}。`)
    } else if (node.params.length !== 1) {
      this.findings.report(node, `“{{#${name}}}”后面要写一个字段，如 {{#${name} columns}}。`)
    }
    node.params = node.params.map((param) => this.value(param))
    this.hash(node.hash)
    if (node.program) this.program(node.program)
    if (node.inverse) this.program(node.inverse)
  }

  private partial(node: hbs.AST.PartialStatement): void {
    const name = 'original' in node.name ? String(node.name.original) : null
    if (name === null) {
      this.findings.report(node, '部件的名称要直接写出，如 {{> masthead}}。')
    } else if (!this.findings.partials.has(name)) {
      const message = `模板引用了不存在的部件“${name}”。请在 partials 文件夹中补上 ${name}.hbs，或改正名称。`
      this.findings.report(node, message)
    } else if (!this.findings.calls.has(name)) {
      this.findings.calls.set(name, pointOf(node.loc.start))
    }
    node.params = node.params.map((param) => this.value(param))
    this.hash(node.hash)
  }

  private call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    const name = nameOf(node.path)
    if (!isOneOf(inlineHelpers, name)) {
      this.findings.report(node.path, `没有名为“${name}”的助手。可用的有 ${helperNames.join('、')}。`)
    } else if (node.params.length !== 2) {
      this.findings.report(node, '“join”后面要写列表和间隔两项，如 {{join recipients "，"}}。')
    }
    node.params = node.params.map((param) => this.value(param))
    this.hash(node.hash)
  }

  private hash(hash: hbs.AST.Hash | undefined): void {
    for (const pair of hash?.pairs ?? []) pair.value = this.value(pair.value)
  }

  private value(node: hbs.AST.Expression): hbs.AST.Expression {
    if (node.type === 'SubExpression') this.call(node as hbs.AST.SubExpression)
    if (node.type !== 'PathExpression') return node
    const path = node as hbs.AST.PathExpression
    const parts = path.parts.map((part) => literal('StringLiteral', part, node))
    if (!path.data) {
      return parts.length === 0 ? path : callOf(rewritten.field, [contextOf(path), ...parts], node)
    }
    const [name = '', ...rest] = path.parts
    if (!dataNames.includes(name) || (rest.length > 0 && name !== 'root')) {
      const names = dataNames.map((each) => `@${each}`).join('、')
      this.findings.report(node, `没有“${path.original}”。以 @ 开头的只有 ${names}。`)
    }
    const data = callOf(rewritten.data, [literal('StringLiteral', name, node), depthOf(path)], node)
    return rest.length === 0 ? data : callOf(rewritten.field, [data, ...parts.slice(1)], node)
  }
}

const helperNames = [...blockHelpers, ...inlineHelpers]

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

function nameOf(path: hbs.AST.Expression): string {
  return 'original' in path ? String(path.original) : ''
}

function pathTo(name: string, {loc}: hbs.AST.Node): hbs.AST.PathExpression {
  return {type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc}
}

/** What a path starts from: `this`, or what stands `depth` blocks around. */
function contextOf({depth, loc}: hbs.AST.PathExpression): hbs.AST.PathExpression {
  return {type: 'PathExpression', data: false, depth, parts: [], original: '.', loc}
}

function depthOf(path: hbs.AST.PathExpression): hbs.AST.Expression {
  return literal('NumberLiteral', path.depth, path)
}

function literal(type: string, value: string | number, {loc}: hbs.AST.Node): hbs.AST.Expression {
  return {type, value, original: value, loc} as hbs.AST.Expression
}

function callOf(name: string, params: hbs.AST.Expression[], node: hbs.AST.Node): hbs.AST.SubExpression {
  // A call without named arguments has no `hash` at all, which the types do not know.
  return {type: 'SubExpression', path: pathTo(name, node), params, loc: node.loc} as hbs.AST.SubExpression
}
