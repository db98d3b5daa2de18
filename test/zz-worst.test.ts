// @ts-nocheck
import {test} from 'vitest'
import {readBody} from '/work/main/src/markdown/read.js'
import {closeBody} from '/work/main/src/markdown/body.js'
const B = (block, n) => (block + '\n\n').repeat(n)
const shapes = {
 star3: B('***a** b'.repeat(199), 100), starA: B('*a '.repeat(990),100), starC: B('*a*'.repeat(495),100), cjk: B('**一是。**正'.repeat(249),100), em: B('*a **b '.repeat(330),100), emn: B('*a_b'.repeat(490),100), starun:B('*'.repeat(990)+'a',100), stara2:B('a**'.repeat(490),100), tildes:B('~~a'.repeat(490),100),
 bracket: B('['.repeat(990),40), nest: B('['.repeat(300)+'a'+'](b)'.repeat(300),60), nestr: B('['.repeat(490)+'a'+']'.repeat(490),40), closeb:B('[a]'.repeat(490),40), foota:B('[^a]'.repeat(490),40), linkd:B('[a]('.repeat(490),40), imgs:B('![a]('.repeat(490),40), linkt:B('[a](b "'.repeat(490),40), nestimg:B('!['.repeat(300)+'a'+'](b)'.repeat(300),60), mix: B('[*a'.repeat(490),80),
 setext: 'a\n---\n\n'.repeat(499), list: B('- a\n'.repeat(2900),6), list1: B('- a',19000), listn: B('- - - - a',19000), task: B('- [ ] a',19000), ol: B('1. a\n'.repeat(2900),6), lazyq: B('> a\n'+'b\n'.repeat(2900),16), lazyl: B('- a\n'+'b\n'.repeat(2900),16), lazyd: B('> > > > > > > > - - - - - a\n'+'b\n'.repeat(2900),16), deepq: B(('> '.repeat(30)+'a\n').repeat(2900),16).slice(0,2e6), deepl: B('- '.repeat(31)+'a',19000).slice(0,2e6), deepl2: B('- '.repeat(31)+'a\n'+' '.repeat(62)+'- '.repeat(31)+'a',9000).slice(0,2e6),
 qs: B('> a\n'.repeat(2900),16), table: B('|a|b|\n|-|-|\n'+'|a|b|\n'.repeat(2900),10), wide: B('|'+'a|'.repeat(9000)+'\n|'+'-|'.repeat(9000),5), wide2: B('|'+'a|'.repeat(4900)+'\n|'+'-|'.repeat(4900)+'\n|a|'.repeat(2000),8), rows1: B('|a|\n|-|\n'+'|'.repeat(9000),10),
 lt: B('<'.repeat(9900),10), lta: B('<a '.repeat(9900),10), ltq: B('<a b="'.repeat(9900),10), cmt:B('a <!--'.repeat(9900),10), cdata:B('a<![CDATA['.repeat(9900),10).slice(0,2e6), pi:B('a<?'.repeat(9900),10), tick: B('`a '.repeat(9900),10), tickv: (()=>{let s='';for(let i=1;i<140;i++)s+='`'.repeat(i)+' ';return B(s,10)})(), tickv2:(()=>{let s='';for(let i=1;i<140;i++)s+='`'.repeat(i)+'a';return B(s+s.slice(0,0),10)})(), amp:B('&a;'.repeat(9900),10), bs:B('\\'.repeat(9900),10), at:B('a@'.repeat(9900),10), email:B('a@b.c '.repeat(9900),10), emaild:B('a.'.repeat(9900)+'@',50), emaild2:B('a-'.repeat(20000)+'@b',40).slice(0,2e6), emaild3:B(('a.'.repeat(400)+' ').repeat(20)+'@b',100).slice(0,2e6), www:B('www.'.repeat(20000),25).slice(0,2e6), http:B('http://'.repeat(4900),10), url2:B('http://a.b '.repeat(4900),10), urlu:B('http://a'+'_a.'.repeat(900),50), urlp:B('http://a.b/'+'!?'.repeat(499)+'a ',800), urlp2:B(('http://a.b/'+'!?'.repeat(499)+'a ').repeat(9),90), urlb:B('http://a.b/'+'('.repeat(4000)+')'.repeat(4000),200).slice(0,2e6), wwwp:B(('www.a.b/'+'.'.repeat(990)+'a ').repeat(20),90).slice(0,2e6), autolink:B('<http://a>'.repeat(3000),10),
 def: B('[a]: b\n'.repeat(490),40), fdef:B('[^a]: b\n'.repeat(490),40), fdefd:B(Array.from({length:490},(_, i)=>'[^a'+i+']: b').join('\n'),1)+B('[^a1]'.repeat(400),30), refs:'[a]: b\n\n'+B('[a]'.repeat(490),40), hash: B('# a',25000), hr:B('---',490), fence:B('```\na\n```',16000), code:'```\n'+'a\n'.repeat(49000), html:B('<div>',20000), para:B('正文正文正文',49000), long:'正'.repeat(690000), lines:'正文\n'.repeat(2999), brk:B('a  \n'.repeat(2900),16), brk2:B('a\\\n'.repeat(2900),16), sp:B('a'+' '.repeat(40000)+'a',50).slice(0,2e6), tabs:'\t'.repeat(2e6), spl:' '.repeat(2e6)+'a', ent:B('&#1;'.repeat(9000),10), paren:'('.repeat(2e6), quote:"\"".repeat(2e6), colon:':'.repeat(2e6), hashes:'#'.repeat(2e6), digits:'1'.repeat(2e6), olnum:B('1'.repeat(900)+'. a',2000), plus:'+'.repeat(2e6), eq:'='.repeat(2e6), dash:'-'.repeat(2e6), dashsp:'- '.repeat(20), emoji:'😀'.repeat(500000), comb:'\u0301'.repeat(1e6), fullstar:B('＊'.repeat(1000),500), zwj:'\u200d'.repeat(6e5)
}
test('worst', () => {
  let n=0
  for (const [k,s0] of Object.entries(shapes)) {
    const s=s0.slice(0,2*1024*1024)
    const t=performance.now(); const r=readBody('f.md', s, 0); const d=performance.now()-t
    let c=0; if (r.body) { const t2=performance.now(); closeBody(r.body,{prefix:'x',findImage:()=>({digest:'1'})}); c=performance.now()-t2 }
    n++
    if (d>1000||c>300||!r.body) console.log(d>3000?'**':'  ', k.padEnd(12), s.length, d.toFixed(0), c.toFixed(0), r.diagnostics.map(x=>x.ruleId+x.message.slice(0,20)).join())
  }
  console.log(n)
}, 600000)
